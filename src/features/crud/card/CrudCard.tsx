import { useId, type HTMLAttributes, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Activity } from '../../../lib/data/types.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
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
  /** Its own page: large, and it opens nothing. */
  focused?: boolean;
  /** Stands between its text and its buttons. */
  details?: ReactNode;
}

/** One crud, which opens its own page on a click. */
export function CrudCard(props: CrudCardProps) {
  const { activity, pending, inThread, focused, details, className, ...rest } = props;
  const id = useId();
  const navigate = useNavigate();
  const { author, message } = activity;
  const path = `/cruds/${activity.id}`;
  const opens = !pending && !focused;

  function open(): void {
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
      className={classNames(styles.card, opens && styles.opens, inThread && styles.inThread, className)}
      aria-labelledby={`${id}-name ${id}-handle ${id}-text ${id}-age`}
      aria-busy={pending?.busy || undefined}
      data-crud-id={pending ? undefined : activity.id}
      data-focused-crud={focused ? '' : undefined}
      onClick={opens ? onClick : undefined}
      onKeyDown={opens ? onKeyDown : undefined}
    >
      {activity.repostedBy && <RepostedBy by={activity.repostedBy} />}
      <Link to={`/@${author.handle}`} className={styles.face} tabIndex={-1} aria-hidden="true">
        <Avatar seed={author.id} name={author.displayName} avatar={author.avatar} size={inThread ? 36 : 44} />
      </Link>
      <div className={styles.body}>
        <CrudHeader activity={activity} path={opens ? path : undefined} id={id} />
        {activity.parentId && !inThread && !focused && <ReplyingTo activity={activity} />}
        <CrudText id={`${id}-text`} text={message} size={focused ? 'large' : undefined} />
        {activity.hasQuote && <QuotedCard quote={activity.quote} />}
        {activity.hiddenReason && <HiddenNote reason={activity.hiddenReason} />}
        {details}
        {pending ? pending.footer : <ActionBar activity={activity} />}
      </div>
    </article>
  );
}
