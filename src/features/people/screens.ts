// The door for `app/routes.tsx`: what is loaded when it is opened. Features use `index.ts`.
export { ProfileSettings } from './edit/ProfileSettings.tsx';
export { FollowersScreen, FollowingScreen } from './list/TiesScreen.tsx';
export { ProfileScreen } from './profile/ProfileScreen.tsx';
export { BlockedSettings, MutedSettings } from './settings/OwnLists.tsx';
export { LikersScreen } from './list/LikersScreen.tsx';
