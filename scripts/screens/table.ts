import type { Page } from 'playwright-core';
import * as go from './go.ts';

export interface Screen {
  name: string;
  path: string;
  /** The handle of a demo person; a visitor without. */
  as?: string;
  /** Waits for what the screen shows, or does what leads there. */
  ready?: (page: Page) => Promise<void>;
  /** Only where the window is so narrow, or so wide. */
  only?: 'phone' | 'desk';
}

const ADA = { as: 'ada' } as const;
const ANNIE = { as: 'annie' } as const;
const settings = (section: string, heading: string): Screen => ({
  name: `settings-${section}`,
  path: `/settings/${section}`,
  ready: go.heading(heading),
  ...ADA,
});

/** Every screen of docs/screens, and every dialog that one opens there. The end-to-end tests look at the same. */
export const SCREENS: readonly Screen[] = [
  // Visitors.
  { name: 'home', path: '/', ready: go.article },
  { name: 'trending', path: '/trending', ready: go.article },
  { name: 'thread', path: '/', ready: go.thread },
  { name: 'profile', path: '/@grace', ready: go.article },
  { name: 'discover', path: '/search', ready: go.link(/^#/) },
  { name: 'join', path: '/', ready: go.join },
  { name: 'menu', path: '/', ready: go.phoneSheet, only: 'phone' },
  { name: 'about', path: '/about', ready: go.heading('About Cruddur') },
  { name: 'privacy', path: '/privacy', ready: go.heading('Privacy') },
  { name: 'terms', path: '/terms', ready: go.heading('Terms') },
  { name: 'sign-in', path: '/sign-in', ready: go.label('E-mail') },
  { name: 'sign-up', path: '/sign-up', ready: go.label('E-mail') },
  { name: 'confirm', path: '/confirm?email=ada%40example.com', ready: go.label('Code') },
  { name: 'forgot-password', path: '/forgot-password', ready: go.label('E-mail') },
  { name: 'not-found', path: '/no/such/page', ready: go.heading('There is nothing here') },
  { name: 'nobody', path: '/@charles_babbage', ready: go.heading('@charles_babbage is not here') },
  {
    name: 'no-crud',
    path: '/cruds/00000000-0000-4000-8000-000000000000',
    ready: go.heading('There is no such crud'),
  },

  // Somebody who is signed in.
  { name: 'home-signed-in', path: '/', ready: go.article, ...ADA },
  { name: 'following', path: '/following', ready: go.article, ...ADA },
  { name: 'hashtag', path: '/tags/debugging', ready: go.article, ...ADA },
  { name: 'search', path: '/search?q=nanosecond', ready: go.article, ...ADA },
  { name: 'search-people', path: '/search?q=gra&kind=people', ready: go.mainLink('Grace Hopper'), ...ADA },
  { name: 'search-suggestions', path: '/search', ready: go.suggestions, ...ADA },
  { name: 'search-nothing', path: '/search?q=zymurgy', ready: go.heading(/No|Nothing/), ...ADA },
  { name: 'bookmarks', path: '/bookmarks', ready: go.article, ...ADA },
  { name: 'notifications', path: '/notifications', ready: go.mainLink(/./), ...ADA },
  { name: 'messages', path: '/messages', ready: go.conversations, ...ADA },
  { name: 'conversation', path: '/messages', ready: go.conversation, ...ADA },
  { name: 'conversation-details', path: '/messages', ready: go.conversationDetails, ...ADA },
  { name: 'new-message', path: '/messages/new', ready: go.label('Whom do you want to write to?'), ...ADA },
  { name: 'thread-signed-in', path: '/', ready: go.thread, ...ADA },
  { name: 'likers', path: '/', ready: go.likers, ...ADA },
  { name: 'quotes', path: '/', ready: go.quotes, ...ADA },
  { name: 'own-profile', path: '/@ada', ready: go.article, ...ADA },
  { name: 'profile-replies', path: '/@grace/replies', ready: go.article, ...ADA },
  { name: 'profile-likes', path: '/@grace/likes', ready: go.article, ...ADA },
  { name: 'profile-media', path: '/@grace/media', ready: go.heading('Nothing here'), ...ADA },
  { name: 'followers', path: '/@grace/followers', ready: go.mainLink(/@/), ...ADA },
  { name: 'compose', path: '/bookmarks', ready: go.compose, ...ADA },
  { name: 'lifetimes', path: '/bookmarks', ready: go.lifetimes, ...ADA },
  { name: 'reply', path: '/', ready: go.reply, ...ADA },
  { name: 'quote', path: '/', ready: go.quote, ...ADA },
  { name: 'crud-menu', path: '/', ready: go.crudMenu('Report', 'leave'), ...ADA },
  { name: 'report', path: '/', ready: go.crudMenu('Report', 'choose'), ...ADA },
  { name: 'mute', path: '/', ready: go.crudMenu('Mute', 'choose'), ...ADA },
  { name: 'block', path: '/', ready: go.crudMenu('Block', 'choose'), ...ADA },
  { name: 'delete', path: '/@ada', ready: go.crudMenu('Delete', 'choose'), ...ADA },
  { name: 'menu-signed-in', path: '/', ready: go.phoneSheet, only: 'phone', ...ADA },
  { name: 'account-menu', path: '/', ready: go.accountMenu, only: 'desk', ...ADA },
  { name: 'shortcuts', path: '/', ready: go.shortcuts, only: 'desk', ...ADA },
  settings('profile', 'Profile'),
  settings('account', 'Account'),
  settings('security', 'Security'),
  settings('notifications', 'Notifications'),
  settings('blocked', 'Nobody is blocked'),
  settings('muted', 'Nobody is muted'),
  settings('data', 'Your data'),
  settings('appearance', 'Appearance'),
  { name: 'settings', path: '/settings', ready: go.mainLink('Profile'), only: 'phone', ...ADA },
  { name: 'picture', path: '/settings/profile', ready: go.picture, ...ADA },
  { name: 'cropper', path: '/settings/profile', ready: go.cropper, ...ADA },

  // A moderator.
  { name: 'moderation', path: '/moderation', ready: go.reports, ...ANNIE },
  { name: 'moderation-act', path: '/moderation', ready: go.moderationAct, ...ANNIE },
  { name: 'moderation-log', path: '/moderation/log', ready: go.heading(/./), ...ANNIE },
];
