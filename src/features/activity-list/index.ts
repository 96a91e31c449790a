export { ActivityList } from './ActivityList.tsx';
export { activityListQuery, pagesOf } from './list-query.ts';
export { RestoredPage } from './RestoredPage.tsx';
export { useListKeys } from './use-list-keys.ts';
