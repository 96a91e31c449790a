// Sections of the settings, for `app/routes.tsx`: apart from `screens.ts`, so that somebody's page doesn't bring forms along.
export { ProfileSettings } from './edit/ProfileSettings.tsx';
export { BlockedSettings, MutedSettings } from './settings/OwnLists.tsx';
