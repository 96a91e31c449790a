import { useId, type HTMLAttributes, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Activity } from '../../../lib/data/types.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { seedActivity } from '../activity-query.ts';
import { ActionBar } from '../bar/ActionBar.tsx';
import { CrudText } from '../text/CrudText.tsx';
import { CrudHeader } from './CrudHeader.tsx';
import { HiddenNote } from './HiddenNote.tsx';
import { QuotedCard } from './QuotedCard.tsx';
import { ReplyingTo } from './ReplyingTo.tsx';
import { RepostedBy } from './RepostedBy.tsx';
import styles from './CrudCard.module.css';

interface CrudCardProps extends HTMLAttributes<HTMLElement> {
  activity: Activity;
  /** Set while it is on its way, or did not get through: it has no page yet, and nothing can be done with it. */
  pending?: { footer: ReactNode; busy: boolean };
  /** Where it stands under what it answers, nobody has to say what that is. */
  inThread?: boolean;
}

/** One crud, which opens its own page on a click. */
export function CrudCard({ activity, pending, inThread, className, ...rest }: CrudCardProps) {
  const id = useId();
  const navigate = useNavigate();
  const { author, message } = activity;
  const path = `/cruds/${activity.id}`;
  const opens = !pending;

  function open(): void {
    seedActivity(activity);
    void navigate(path);
  }

  function onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    // What is rendered elsewhere, as a dialog is, also bubbles to here.
    if (!event.currentTarget.contains(target)) return;
    if (target.closest('a, button, [role="menu"]') || getSelection()?.isCollapsed === false) return;
    open();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === event.currentTarget) open();
  }

  return (
    <article
      {...rest}
      className={classNames(styles.card, opens && styles.opens, className)}
      aria-labelledby={`${id}-name ${id}-handle ${id}-text ${id}-age`}
      aria-busy={pending?.busy || undefined}
      data-crud-id={opens ? activity.id : undefined}
      onClick={opens ? onClick : undefined}
      onKeyDown={opens ? onKeyDown : undefined}
    >
      {activity.repostedBy && <RepostedBy by={activity.repostedBy} />}
      <Link to={`/@${author.handle}`} className={styles.face} tabIndex={-1} aria-hidden="true">
        <Avatar seed={author.id} name={author.displayName} avatar={author.avatar} />
      </Link>
      <div className={styles.body}>
        <CrudHeader activity={activity} path={opens ? path : undefined} id={id} />
        {activity.parentId && !inThread && <ReplyingTo activity={activity} />}
        <CrudText id={`${id}-text`} text={message} />
        {activity.hasQuote && <QuotedCard quote={activity.quote} />}
        {activity.hiddenReason && <HiddenNote reason={activity.hiddenReason} />}
        {pending ? pending.footer : <ActionBar activity={activity} />}
      </div>
    </article>
  );
}
