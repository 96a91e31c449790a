export { CrudCard } from './CrudCard.tsx';
export { CrudScreen } from './CrudScreen.tsx';
export { CrudSkeleton } from './CrudSkeleton.tsx';
