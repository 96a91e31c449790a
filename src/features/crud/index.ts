export { prefetchActions } from './bar/act.ts';
export { Age } from './card/Age.tsx';
export { CrudCard } from './card/CrudCard.tsx';
export { CrudPreview } from './card/CrudPreview.tsx';
export { CrudSkeleton } from './card/CrudSkeleton.tsx';
export { FadingCrud } from './FadingCrud.tsx';
export { CrudText } from './text/CrudText.tsx';
export { useCrudKeys } from './use-crud-keys.ts';
