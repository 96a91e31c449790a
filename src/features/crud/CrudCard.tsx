import { useId, type HTMLAttributes, type MouseEvent, type ReactNode } from 'react';
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

  function onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest('a, button') || getSelection()?.isCollapsed === false) return;
    seedActivity(activity);
    void navigate(path);
  }

  return (
    <article
      {...rest}
      className={classNames(styles.card, opens && styles.opens, className)}
      aria-labelledby={`${id}-author ${id}-text ${id}-age`}
      onClick={opens ? onClick : undefined}
    >
      <Avatar seed={author.id} name={author.displayName} />
      <div className={styles.body}>
        <header className={styles.header}>
          <span id={`${id}-author`} className={styles.author}>
            <bdi className={styles.name}>{author.displayName}</bdi>{' '}
            <span className={styles.handle}>@{author.handle}</span>
          </span>
          <span className={styles.dot} aria-hidden="true">
            ·
          </span>
          {opens ? (
            <Link to={path} className={styles.age} onClick={() => seedActivity(activity)}>
              <Age at={createdAt} id={`${id}-age`} />
            </Link>
          ) : (
            <span className={styles.age}>
              <Age at={createdAt} id={`${id}-age`} />
            </span>
          )}
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
