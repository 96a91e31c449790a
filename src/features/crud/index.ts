export { CrudCard } from './card/CrudCard.tsx';
export { CrudScreen } from './CrudScreen.tsx';
export { CrudSkeleton } from './card/CrudSkeleton.tsx';
export { CrudText } from './text/CrudText.tsx';
export { useCrudKeys } from './use-crud-keys.ts';
