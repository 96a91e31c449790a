import { profilePath } from '../../../lib/data/full-profile.ts';

/** What somebody's page shows below who they are. The first has the address of the page itself. */
export const PROFILE_TABS = [
  { path: '', tab: 'CRUDS', label: 'Cruds' },
  { path: 'replies', tab: 'REPLIES', label: 'Replies' },
  { path: 'likes', tab: 'LIKES', label: 'Likes' },
  { path: 'media', tab: 'MEDIA', label: 'Media' },
] as const;

export type ProfileTab = (typeof PROFILE_TABS)[number];

/** The tab at an address; undefined when there is none. */
export function tabAt(path: string | undefined): ProfileTab | undefined {
  return PROFILE_TABS.find((tab) => tab.path === (path ?? ''));
}

/** All of somebody's tabs with their addresses. */
export function tabsOf(handle: string): { to: string; label: string }[] {
  return PROFILE_TABS.map(({ path, label }) => ({
    to: path ? `${profilePath(handle)}/${path}` : profilePath(handle),
    label,
  }));
}
