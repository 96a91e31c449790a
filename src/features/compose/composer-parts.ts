export { Composer } from './Composer.tsx';
export { ComposerDialog } from './ComposerDialog.tsx';
export { PendingFooter } from './PendingFooter.tsx';
