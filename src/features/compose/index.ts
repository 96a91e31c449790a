export { Composer } from './Composer.tsx';
export { ComposerDialog } from './ComposerDialog.tsx';
export { openComposer } from './dialog-store.ts';
export type { OutboxEntry } from './outbox/outbox.ts';
export { onPublished, useOutbox } from './outbox/outbox-store.ts';
export { PendingFooter } from './PendingFooter.tsx';
