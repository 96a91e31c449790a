import { useId, type HTMLAttributes, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Activity } from '../../lib/data/types.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Age } from './Age.tsx';
import { seedActivity } from './activity-query.ts';
import { CrudText } from './text/CrudText.tsx';
import { Lifetime } from './Lifetime.tsx';
import styles from './CrudCard.module.css';

interface CrudCardProps extends HTMLAttributes<HTMLElement> {
  activity: Activity;
  /** Opens its own page on a click; a crud that isn't posted yet, or whose page this is, has none to open. */
  opens?: boolean;
  /** Stands under the text, for example how far posting it is. */
  footer?: ReactNode;
}

/** One crud. */
export function CrudCard({ activity, opens = true, footer, className, ...rest }: CrudCardProps) {
  const id = useId();
  const navigate = useNavigate();
  const { author, createdAt, expiresAt, message } = activity;
  const path = `/cruds/${activity.id}`;

  function open(): void {
    seedActivity(activity);
    void navigate(path);
  }

  function onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest('a, button') || getSelection()?.isCollapsed === false) return;
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
      onClick={opens ? onClick : undefined}
      onKeyDown={opens ? onKeyDown : undefined}
    >
      <Avatar seed={author.id} name={author.displayName} />
      <div className={styles.body}>
        <header className={styles.header}>
          <bdi id={`${id}-name`} className={styles.name}>
            {author.displayName}
          </bdi>
          <span className={styles.meta}>
            <span id={`${id}-handle`} className={styles.handle}>
              @{author.handle}
            </span>
            <span aria-hidden="true">·</span>
            {opens ? (
              <Link to={path} className={styles.age} onClick={() => seedActivity(activity)}>
                <Age at={createdAt} id={`${id}-age`} />
              </Link>
            ) : (
              <Age at={createdAt} id={`${id}-age`} />
            )}
          </span>
          <span className={styles.life}>
            <Lifetime createdAt={createdAt} expiresAt={expiresAt} />
          </span>
        </header>
        <CrudText id={`${id}-text`} text={message} />
        {footer}
      </div>
    </article>
  );
}
