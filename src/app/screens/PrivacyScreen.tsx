import { Link } from 'react-router';
import styles from './Screens.module.css';

/** What is kept of people. Every sentence is one about this code: change both together. */
export function PrivacyScreen() {
  return (
    <article className={styles.prose}>
      <title>Privacy · Cruddur</title>
      <meta name="description" content="What Cruddur keeps of you, where, and for how long." />
      <h1>Privacy</h1>
      <p>
        No advertisements, no trackers, no profile of you that anybody could buy. What is kept is what you
        give.
      </p>
      <h2>What everybody sees</h2>
      <ul>
        <li>Your display name, handle, pictures, and what else you write into your profile.</li>
        <li>Your cruds for their lifetime, and what you like and repost.</li>
        <li>For members: whom you follow and who follows you.</li>
      </ul>
      <h2>What only you see</h2>
      <ul>
        <li>Your e-mail address, bookmarks, notifications, and whom you block or mute.</li>
        <li>Your reports. Moderators see them too, with your name.</li>
      </ul>
      <h2>Messages</h2>
      <p>
        Messages are for those who are in the conversation. They stay until their sender deletes them. They
        are encrypted on the way and where they are stored, but not from end to end: whoever runs this Cruddur
        holds the keys to the database.
      </p>
      <h2>How long</h2>
      <ul>
        <li>
          A crud: as long as you chose. After that nobody can see it any more, and it is deleted within the
          hour, or when the database next wakes up. If somebody reported it, its text stays with the report,
          for moderators.
        </li>
        <li>
          A picture that you replace or take away: its file is deleted; caches may show it to those who know
          its address.
        </li>
        <li>Everything else: until you delete it, or your account.</li>
        <li>
          Logs say which operation ran, when, for whom, and whether it failed, not what you wrote. They end
          after a month.
        </li>
        <li>Backups end after 14 days for cruds and profiles, and after 35 days for messages and handles.</li>
      </ul>
      <h2>Your password</h2>
      <p>
        It never leaves your browser when you sign in: it proves that it knows it. What is stored cannot be
        turned back into it.
      </p>
      <h2>Where it is</h2>
      <p>
        On the servers of Amazon Web Services, in the region that whoever runs this Cruddur chose. Amazon
        sends the mails with codes, and sees your address for that. Nobody else is given anything.
      </p>
      <h2>In your browser</h2>
      <p>
        Your session with your name and handle, your theme, what you searched for, what you are writing, and
        what could not be sent yet are kept in your browser’s storage. There are no cookies.
      </p>
      <h2>When something breaks</h2>
      <p>
        Then your browser tells us the error and the kind of page that it happened on, without whose page it
        was. One visit in ten also tells how fast it was. We look at both to mend Cruddur; they end with the
        logs, after a month.
      </p>
      <h2>Taking it along, and leaving</h2>
      <p>
        <Link to="/settings/data">Your data</Link> in the settings gives you everything as one file, and
        deletes your account. Then your profile, cruds, likes, follows, pictures and the text of your messages
        go at once, and your handle is free. There stay: what others wrote to you; your account’s number,
        which names nobody, in the ids of conversations, in the blocks that others made, in the log of the
        moderators, and in one mark that keeps an old session from writing messages; the reasons that they
        gave there; and backups and logs until they end.
      </p>
    </article>
  );
}
