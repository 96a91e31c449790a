import { lazy, Suspense } from 'react';
import type { Person } from '../../lib/session/session.ts';
import type { ComposerProps } from './composer/Composer.tsx';
import type { OutboxEntry } from './outbox/outbox.ts';
import styles from './composer/Composer.module.css';

// Visitors can't write, so their first page does without this code.
const load = () => import('./composer-parts.ts');
const LazyComposer = lazy(async () => ({ default: (await load()).Composer }));
const LazyDialog = lazy(async () => ({ default: (await load()).ComposerDialog }));
const LazyFooter = lazy(async () => ({ default: (await load()).PendingFooter }));

/** The composer in a page. Its place has the same height while the code is on its way. */
export function Composer(props: ComposerProps) {
  return (
    <Suspense fallback={<div className={styles.composer} data-placeholder="" />}>
      <LazyComposer {...props} />
    </Suspense>
  );
}

/** The composer over whatever page one is on; it also makes the key «n» work. */
export function ComposerDialog(props: { person: Person; onPublish: () => void }) {
  return (
    <Suspense>
      <LazyDialog {...props} />
    </Suspense>
  );
}

/** Under a crud that is on its way. */
export function PendingFooter(props: { userId: string; entry: OutboxEntry }) {
  return (
    <Suspense>
      <LazyFooter {...props} />
    </Suspense>
  );
}
