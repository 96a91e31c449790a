export { prefetchHomeFeed } from './feed-query.ts';
export { FeedTabs } from './FeedTabs.tsx';
export { goToTop } from './go-to-top.ts';
export { HomeScreen } from './HomeScreen.tsx';
export { FeedLive } from './live/FeedLive.tsx';
