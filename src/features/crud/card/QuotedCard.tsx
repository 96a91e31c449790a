import { useNavigate } from 'react-router';
import { isLive } from '../../../lib/data/activity.ts';
import type { QuotedActivity } from '../../../lib/data/types.ts';
import { useClock } from '../../../lib/time/clock.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { CrudText } from '../text/CrudText.tsx';
import { Age } from './Age.tsx';
import styles from './QuotedCard.module.css';

/** What a crud quotes, inside it; when that has gone, that it has. */
export function QuotedCard({ quote }: { quote: QuotedActivity | null | undefined }) {
  const live = useClock((now) => Boolean(quote && isLive(quote, now)));
  const navigate = useNavigate();
  if (!quote || !live) return <p className={styles.gone}>The crud that was quoted here is gone.</p>;
  const { id, author, message, createdAt, hasQuote } = quote;
  return (
    <blockquote
      className={styles.quote}
      cite={`/cruds/${id}`}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('a') || getSelection()?.isCollapsed === false) return;
        event.stopPropagation();
        void navigate(`/cruds/${id}`);
      }}
    >
      <a
        className={styles.by}
        href={`/cruds/${id}`}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void navigate(`/cruds/${id}`);
        }}
      >
        <Avatar seed={author.id} name={author.displayName} avatar={author.avatar} size={22} />
        <bdi className={styles.name}>{author.displayName}</bdi>
        <span className={styles.meta}>
          @{author.handle} · <Age at={createdAt} />
        </span>
      </a>
      <CrudText text={message} size="small" />
      {hasQuote && <p className={styles.more}>Quotes another crud</p>}
    </blockquote>
  );
}
