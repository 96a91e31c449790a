export { CrudCard } from './CrudCard.tsx';
export { crudKey, isLive } from './crud-key.ts';
export { CrudScreen } from './CrudScreen.tsx';
export { CrudSkeleton } from './CrudSkeleton.tsx';
