import { Link, useNavigate } from 'react-router';
import type { MouseEvent } from 'react';
import { profilePath } from '../../../lib/data/full-profile.ts';
import type { Profile } from '../../../lib/data/types.ts';
import { useSession } from '../../../lib/session/session.ts';
import { useClock } from '../../../lib/time/clock.ts';
import { fullTime, shortAge, spokenAge } from '../../../lib/time/format.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import type { Notification, NotificationKind } from '../api/notifications.ts';
import { sentenceOf } from '../model/sentence.ts';
import styles from './NotificationRow.module.css';

const ICONS: Readonly<Record<NotificationKind, IconName>> = {
  LIKE: 'heart',
  REPOST: 'repost',
  QUOTE: 'quote',
  REPLY: 'reply',
  MENTION: 'at',
  FOLLOW: 'userPlus',
};

/** A group: who, what, the beginning of the crud, and when. Opens what it is about. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const navigate = useNavigate();
  const { kind, actors, activity, unread } = notification;
  const sentence = sentenceOf(notification);
  const target = useTarget(notification);

  function onClick(event: MouseEvent): void {
    if ((event.target as HTMLElement).closest('a') || getSelection()?.isCollapsed === false) return;
    void navigate(target);
  }

  return (
    <li className={styles.row} data-unread={unread || undefined} data-kind={kind} onClick={onClick}>
      <span className={styles.icon}>
        <Icon name={ICONS[kind]} size={22} filled={kind === 'LIKE'} />
      </span>
      <div className={styles.body}>
        <div className={styles.faces}>
          {actors.map((actor) => (
            <Link key={actor.id} to={profilePath(actor.handle)} tabIndex={-1} aria-hidden="true">
              <Avatar seed={actor.id} name={actor.displayName} avatar={actor.avatar} size={34} />
            </Link>
          ))}
        </div>
        <p className={styles.sentence}>
          {unread && <span className="visually-hidden">Unread: </span>}
          <Actors actors={actors.slice(0, sentence.named)} />{' '}
          {sentence.others && <OthersLink notification={notification} text={sentence.others} />}{' '}
          {sentence.did} <Age at={Date.parse(notification.createdAt)} />
        </p>
        {activity && (
          <Link to={target} className={styles.excerpt} dir="auto">
            {activity.message}
          </Link>
        )}
      </div>
      {unread && <span className={styles.dot} aria-hidden="true" />}
    </li>
  );
}

function Actors({ actors }: { actors: readonly Profile[] }) {
  return actors.map((actor, index) => (
    <span key={actor.id}>
      {index > 0 && ' and '}
      <Link to={profilePath(actor.handle)} className={styles.actor}>
        <bdi>{actor.displayName}</bdi>
      </Link>
    </span>
  ));
}

/** Where all of them are listed; for reposts and the like there is no such page. */
function OthersLink({ notification, text }: { notification: Notification; text: string }) {
  const followers = useFollowersPath();
  const { kind, activity } = notification;
  const to =
    kind === 'LIKE' && activity ? `/cruds/${activity.id}/likes` : kind === 'FOLLOW' ? followers : undefined;
  return to ? <Link to={to}>{text}</Link> : text;
}

function useFollowersPath(): string {
  const session = useSession();
  return session.status === 'person' ? `${profilePath(session.person.handle)}/followers` : '/';
}

/** The crud, or who follows: the one person, or the list of all. */
function useTarget({ activity, actors, total }: Notification): string {
  const followers = useFollowersPath();
  if (activity) return `/cruds/${activity.id}`;
  const [first] = actors;
  return total === 1 && first ? profilePath(first.handle) : followers;
}

function Age({ at }: { at: number }) {
  const short = useClock((now) => shortAge(at, now));
  const spoken = useClock((now) => spokenAge(at, now));
  return (
    <time className={styles.age} dateTime={new Date(at).toISOString()} title={fullTime(at)}>
      <span aria-hidden="true">· {short}</span>
      <span className="visually-hidden">, {spoken}</span>
    </time>
  );
}
