export { BookmarksScreen } from './screens/BookmarksScreen.tsx';
export { FollowingScreen } from './screens/FollowingScreen.tsx';
export { HashtagScreen } from './screens/HashtagScreen.tsx';
export { SearchScreen } from './search/SearchScreen.tsx';
export { SideDiscover, SideSearch } from './side/SideDiscover.tsx';
export { TrendingScreen } from './screens/TrendingScreen.tsx';
