export { Composer, ComposerDialog, PendingFooter } from './lazy-composer.tsx';
export { openComposer } from './dialog-store.ts';
export type { OutboxEntry } from './outbox/outbox.ts';
export { onPublished, useOutbox } from './outbox/outbox-store.ts';
