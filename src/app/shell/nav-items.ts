import type { IconName } from '../../ui/Icon.tsx';

/** The pages that the navigation offers. Only what exists. */
export const NAV_ITEMS: readonly { to: string; label: string; icon: IconName }[] = [
  { to: '/', label: 'Home', icon: 'home' },
  { to: '/about', label: 'About', icon: 'info' },
];
