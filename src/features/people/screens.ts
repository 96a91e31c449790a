// The door for `app/routes.tsx`: what is loaded when it is opened. Features use `index.ts`.
export { FollowersScreen, FollowingScreen } from './list/TiesScreen.tsx';
export { ProfileScreen } from './profile/ProfileScreen.tsx';
export { LikersScreen } from './list/LikersScreen.tsx';
