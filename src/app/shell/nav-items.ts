import { lazy, type ComponentType } from 'react';
import { profilePath } from '../../lib/data/full-profile.ts';
import type { Person } from '../../lib/session/session.ts';
import type { IconName } from '../../ui/Icon.tsx';

/** A page that the navigation offers. A new one is a line here and a route in `../routes.tsx`. */
export interface NavItem {
  to: string | ((person: Person) => string);
  label: string;
  icon: IconName;
  for: 'everyone' | 'guest' | 'person' | 'moderator';
  /** A tab of a phone's bar, which has room for four beside the one that writes; the others are in its sheet. */
  tab?: boolean;
  /** What waits there: draws nothing, a number or a dot (`ui/Badge`). Load it lazily. */
  badge?: ComponentType;
}

const NotificationBadge = lazy(async () => ({
  default: (await import('../../features/notifications/live/NotificationBadge.tsx')).NotificationBadge,
}));
const MessagesBadge = lazy(() => import('../../features/messages/badge/UnreadBadge.tsx'));

const ReportBadge = lazy(async () => ({
  default: (await import('../../features/moderation/ReportBadge.tsx')).ReportBadge,
}));

/** Only what exists, in the order of the navigation. */
export const NAV_ITEMS: readonly NavItem[] = [
  { to: '/', label: 'Home', icon: 'home', for: 'everyone', tab: true },
  { to: '/search', label: 'Search', icon: 'search', for: 'everyone', tab: true },
  {
    to: '/notifications',
    label: 'Notifications',
    icon: 'bell',
    for: 'person',
    tab: true,
    badge: NotificationBadge,
  },
  { to: '/messages', label: 'Messages', icon: 'envelope', for: 'person', tab: true, badge: MessagesBadge },
  { to: '/bookmarks', label: 'Bookmarks', icon: 'bookmark', for: 'person' },
  { to: ({ handle }) => profilePath(handle), label: 'Profile', icon: 'person', for: 'person' },
  { to: '/moderation', label: 'Moderation', icon: 'shield', for: 'moderator', badge: ReportBadge },
  { to: '/settings', label: 'Settings', icon: 'gear', for: 'person' },
  { to: '/about', label: 'About', icon: 'info', for: 'everyone' },
];
