export { Composer } from './composer/Composer.tsx';
export { ComposerDialog } from './composer/ComposerDialog.tsx';
export { PendingFooter } from './PendingFooter.tsx';
