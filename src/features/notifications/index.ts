export { NotificationBadge } from './live/NotificationBadge.tsx';
export { NotificationsScreen } from './list/NotificationsScreen.tsx';
export { NotificationSettings } from './settings/NotificationSettings.tsx';
