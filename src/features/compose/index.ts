import { compose } from '../../lib/compose/target.ts';

export { Composer, ComposerDialog } from './lazy-composer.tsx';
export { onPublished, useOutbox } from './outbox/outbox-store.ts';
export { usePending, type Pending } from './use-pending.tsx';

/** Lets somebody write a new crud, wherever they are. */
export function openComposer(): void {
  compose({ kind: 'new' });
}
