import { EXPIRY_CHOICES } from '../../../shared/expiry.ts';
import { CRUD_MAX_GRAPHEMES } from '../../../shared/limits.ts';
import styles from './Screens.module.css';

const LIFETIMES = EXPIRY_CHOICES.map((choice) => choice.label);

export function AboutScreen() {
  return (
    <article className={styles.prose}>
      <title>About · Cruddur</title>
      <h1>About Cruddur</h1>
      <p>
        Cruddur is a small place for short posts. A post is called a crud. It has at most {CRUD_MAX_GRAPHEMES}{' '}
        characters, and a lifetime that its author chooses.
      </p>
      <h2>Everything fades</h2>
      <p>
        A crud lives for {LIFETIMES.slice(0, -1).join(', ')} or {LIFETIMES.at(-1)}. The ring beside it shows
        how much of that is left. When it has run out, the crud is gone from every page, for everybody.
      </p>
      <p>
        Others may have copied it before. So fading keeps a conversation light; it does not keep a secret.
      </p>
      <h2>Reading and writing</h2>
      <p>
        Anyone may read the home feed, without an account. Writing needs one: an e-mail address that only you
        see, a display name and a handle.
      </p>
      <h2>What stays in your browser</h2>
      <p>
        Your session, your theme, the text that you are writing, and posts that could not be sent yet. There
        are no advertisements and no trackers.
      </p>
    </article>
  );
}
