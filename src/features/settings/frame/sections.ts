import type { IconName } from '../../../ui/Icon.tsx';

export interface SettingsSection {
  /** Below `/settings/`; its route stands in `app/routes.tsx`. */
  path: string;
  label: string;
  /** What is in it, in a few words. */
  about: string;
  icon: IconName;
  for: 'person' | 'everyone';
}

/** The sections of the settings, in their order. A new one is a line here and a route. */
export const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  {
    path: 'profile',
    label: 'Profile',
    about: 'Name, picture, bio and handle',
    icon: 'person',
    for: 'person',
  },
  { path: 'account', label: 'Account', about: 'E-mail address and password', icon: 'at', for: 'person' },
  {
    path: 'security',
    label: 'Security',
    about: 'Second factor, signing out everywhere',
    icon: 'shield',
    for: 'person',
  },
  {
    path: 'notifications',
    label: 'Notifications',
    about: 'What you want to hear of',
    icon: 'bell',
    for: 'person',
  },
  {
    path: 'blocked',
    label: 'Blocked',
    about: 'People you do not see, nor they you',
    icon: 'block',
    for: 'person',
  },
  { path: 'muted', label: 'Muted', about: 'People who stay out of your feeds', icon: 'mute', for: 'person' },
  {
    path: 'data',
    label: 'Your data',
    about: 'Download everything, delete your account',
    icon: 'download',
    for: 'person',
  },
  { path: 'appearance', label: 'Appearance', about: 'Light or dark', icon: 'sun', for: 'everyone' },
];
