import { Link } from 'react-router';
import { EXPIRY_CHOICES } from '../../../shared/expiry.ts';
import { CRUD_MAX_GRAPHEMES, REPLY_MAX_GRAPHEMES } from '../../../shared/limits.ts';
import styles from './Screens.module.css';

const LIFETIMES = EXPIRY_CHOICES.map((choice) => choice.label);

/** What Cruddur is, for whoever comes by. */
export function AboutScreen() {
  return (
    <article className={styles.prose}>
      <title>About · Cruddur</title>
      <meta name="description" content="Cruddur is a small place for short posts that fade away." />
      <h1>About Cruddur</h1>
      <p>
        Cruddur is a small place for short posts. A post is called a crud. It has at most {CRUD_MAX_GRAPHEMES}{' '}
        characters, an answer to one at most {REPLY_MAX_GRAPHEMES.toLocaleString('en')}, and a lifetime that
        its author chooses.
      </p>
      <h2>Everything fades</h2>
      <p>
        A crud lives for {LIFETIMES.slice(0, -1).join(', ')} or {LIFETIMES.at(-1)}. The ring beside it shows
        how much of that is left. When it has run out, the crud is gone from every page, for everybody, and
        its replies and likes with it. A reply never outlives what it answers.
      </p>
      <p>
        Others may have copied it before. So fading keeps a conversation light; it does not keep a secret.
      </p>
      <h2>Reading and writing</h2>
      <p>
        Anyone may read the home feed, without an account. Writing needs one: an e-mail address that only you
        see, a display name and a handle. A handle that you give up is kept for you for 30 days.
      </p>
      <h2>Who decides what you see</h2>
      <p>
        You do. The home feed is everybody, newest first; the feed of those whom you follow is just that.
        Nothing is arranged for you in secret, and there are no advertisements. Whom you block does not see
        you, nor you them; whom you mute does not learn of it.
      </p>
      <h2>The small print, in plain words</h2>
      <ul>
        <li>
          <Link to="/privacy">Privacy</Link>: what is kept of you, where, and for how long
        </li>
        <li>
          <Link to="/terms">Terms</Link>: what you and we can expect of each other
        </li>
      </ul>
    </article>
  );
}
