import type { Page } from 'playwright-core';

interface Screen {
  name: string;
  path: string;
  /** The handle of a demo person; a visitor without. */
  as?: string;
  /** Waits for what the screen shows, or does what leads there. */
  ready?: (page: Page) => Promise<void>;
}

const article = (page: Page): Promise<void> => page.getByRole('article').first().waitFor();

/** A thread with replies, reached as a reader would. */
async function openThread(page: Page): Promise<void> {
  await page.getByRole('article').filter({ hasText: 'Found a moth' }).getByText('Found a moth').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('article').nth(1).waitFor();
}

/** Every screen of docs/screens. */
export const SCREENS: readonly Screen[] = [
  { name: 'home', path: '/', ready: article },
  { name: 'sign-up', path: '/sign-up' },
  { name: 'thread', path: '/', ready: openThread },
  { name: 'profile', path: '/@grace', ready: article },
  { name: 'about', path: '/about' },
  { name: 'home-signed-in', path: '/', as: 'ada', ready: article },
  { name: 'following', path: '/following', as: 'ada', ready: article },
  { name: 'trending', path: '/trending', as: 'ada', ready: article },
  { name: 'hashtag', path: '/tags/debugging', as: 'ada', ready: article },
  { name: 'search', path: '/search?q=nanosecond', as: 'ada', ready: article },
  { name: 'bookmarks', path: '/bookmarks', as: 'ada', ready: article },
  { name: 'notifications', path: '/notifications', as: 'ada' },
  { name: 'messages', path: '/messages', as: 'ada' },
  { name: 'settings', path: '/settings/account', as: 'ada' },
];
