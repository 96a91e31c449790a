import { Link } from 'react-router';
import styles from './Screens.module.css';

/** What people and whoever runs this can expect of each other. */
export function TermsScreen() {
  return (
    <article className={styles.prose}>
      <title>Terms · Cruddur</title>
      <meta name="description" content="What you and Cruddur can expect of each other, in plain words." />
      <h1>Terms</h1>
      <h2>What is yours stays yours</h2>
      <p>
        You own what you write. You let Cruddur store it and show it to the people whom it is for, for as long
        as you chose, and nothing beyond that.
      </p>
      <h2>What we ask of you</h2>
      <ul>
        <li>Be yourself: do not pose as somebody else.</li>
        <li>Do not threaten, harass, or expose people. No spam, nothing that is against the law.</li>
        <li>
          Leave the service working for others: there are limits on how much one can do in a short time.
        </li>
        <li>Your account is yours alone. Keep its password to yourself.</li>
      </ul>
      <h2>When somebody does not</h2>
      <p>
        Anybody with an account can report a crud or a person. Moderators may hide a crud or suspend an
        account. They give a reason, which you can read, and each such act is written down. Who is suspended
        can still read, take their data along, and delete the account.
      </p>
      <h2>What you can expect, and what not</h2>
      <p>
        Cruds fade, and faded cruds cannot be brought back, not even for you. Cruddur is offered as it is: it
        may be slow, be away, or lose something. Do not keep here what you cannot lose.
      </p>
      <h2>Leaving</h2>
      <p>
        You can leave at any time, and at once, under <Link to="/settings/data">Your data</Link> in the
        settings. What goes and what stays is said on the page about <Link to="/privacy">privacy</Link>.
      </p>
    </article>
  );
}
