export { NotificationsScreen } from './list/NotificationsScreen.tsx';
export { NotificationSettings } from './settings/NotificationSettings.tsx';
