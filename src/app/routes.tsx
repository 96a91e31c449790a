import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { HomeScreen } from '../features/feed/index.ts';
import { auth } from './load-auth.ts';
import { RouteBoundary } from './RouteBoundary.tsx';
import { NotFoundScreen } from './screens/NotFoundScreen.tsx';
import { ScreenLoading } from './screens/ScreenLoading.tsx';
import { Shell } from './shell/Shell.tsx';

/** A screen whose code comes when it is opened. */
function lazily<M>(load: () => Promise<M>, pick: (module: M) => ComponentType): ComponentType {
  return lazy(async () => ({ default: pick(await load()) }));
}

const SignIn = lazily(auth, (module) => module.SignInScreen);
const SignUp = lazily(auth, (module) => module.SignUpScreen);
const Confirm = lazily(auth, (module) => module.ConfirmScreen);
const ForgotPassword = lazily(auth, (module) => module.ForgotPasswordScreen);
const About = lazily(
  () => import('./screens/AboutScreen.tsx'),
  (module) => module.AboutScreen,
);
const Privacy = lazily(
  () => import('./screens/PrivacyScreen.tsx'),
  (module) => module.PrivacyScreen,
);
const Terms = lazily(
  () => import('./screens/TermsScreen.tsx'),
  (module) => module.TermsScreen,
);
const notifications = () => import('../features/notifications/index.ts');
const Notifications = lazily(notifications, (module) => module.NotificationsScreen);
const NotificationSettings = lazily(notifications, (module) => module.NotificationSettings);
const settings = () => import('../features/settings/index.ts');
const Settings = lazily(settings, (module) => module.SettingsFrame);
const AccountSettings = lazily(settings, (module) => module.AccountSettings);
const SecuritySettings = lazily(settings, (module) => module.SecuritySettings);
const DataSettings = lazily(settings, (module) => module.DataSettings);
const AppearanceSettings = lazily(
  () => import('./theme/AppearanceSettings.tsx'),
  (module) => module.AppearanceSettings,
);
const Messages = lazily(
  () => import('../features/messages/MessagesScreen.tsx'),
  (module) => module.MessagesScreen,
);
const people = () => import('../features/people/screens.ts');
const Profile = lazily(people, (module) => module.ProfileScreen);
const Followers = lazily(people, (module) => module.FollowersScreen);
const Following = lazily(people, (module) => module.FollowingScreen);
const ProfileSettings = lazily(people, (module) => module.ProfileSettings);
const BlockedSettings = lazily(people, (module) => module.BlockedSettings);
const MutedSettings = lazily(people, (module) => module.MutedSettings);
const moderation = () => import('../features/moderation/index.ts');
const Reports = lazily(moderation, (module) => module.ReportsScreen);
const ModerationLog = lazily(moderation, (module) => module.LogScreen);
const Likers = lazily(people, (module) => module.LikersScreen);
const thread = () => import('../features/thread/index.ts');
const Thread = lazily(thread, (module) => module.ThreadScreen);
const Quotes = lazily(thread, (module) => module.QuotesScreen);

const discover = () => import('../features/discover/index.ts');
const FollowingFeed = lazily(discover, (module) => module.FollowingScreen);
const Trending = lazily(discover, (module) => module.TrendingScreen);
const Hashtag = lazily(discover, (module) => module.HashtagScreen);
const Bookmarks = lazily(discover, (module) => module.BookmarksScreen);
const Search = lazily(discover, (module) => module.SearchScreen);

/** Each screen with a boundary of its own, so that what breaks one leaves the others. */
function screen(element: ReactNode): ReactNode {
  return (
    <RouteBoundary>
      <Suspense fallback={<ScreenLoading />}>{element}</Suspense>
    </RouteBoundary>
  );
}

const PROFILE_TABS: readonly (string | undefined)[] = [undefined, 'replies', 'likes', 'media'];

interface OfPersonProps {
  screen: ComponentType;
  tabs?: readonly (string | undefined)[];
}

/** A screen below `/@handle`: routes match whole segments, so the @ is looked for here. */
function OfPerson({ screen: Screen, tabs }: OfPersonProps) {
  const { handle = '', tab } = useParams();
  const isThere = handle.startsWith('@') && (!tabs || tabs.includes(tab));
  return isThere ? <Screen /> : <NotFoundScreen />;
}

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={screen(<HomeScreen />)} />
        <Route path="following" element={screen(<FollowingFeed />)} />
        <Route path="trending" element={screen(<Trending />)} />
        <Route path="search" element={screen(<Search />)} />
        <Route path="tags/:tag" element={screen(<Hashtag />)} />
        <Route path="bookmarks" element={screen(<Bookmarks />)} />
        <Route path="cruds/:id" element={screen(<Thread />)} />
        <Route path="cruds/:id/likes" element={screen(<Likers />)} />
        <Route path="cruds/:id/quotes" element={screen(<Quotes />)} />
        <Route path="messages/*" element={screen(<Messages />)} />
        <Route path="about" element={screen(<About />)} />
        <Route path="privacy" element={screen(<Privacy />)} />
        <Route path="terms" element={screen(<Terms />)} />
        <Route path="notifications" element={screen(<Notifications />)} />
        <Route path=":handle/followers" element={screen(<OfPerson screen={Followers} />)} />
        <Route path=":handle/following" element={screen(<OfPerson screen={Following} />)} />
        <Route path=":handle/:tab?" element={screen(<OfPerson screen={Profile} tabs={PROFILE_TABS} />)} />
        <Route path="settings" element={screen(<Settings />)}>
          <Route index element={null} />
          <Route path="profile" element={screen(<ProfileSettings />)} />
          <Route path="account" element={screen(<AccountSettings />)} />
          <Route path="security" element={screen(<SecuritySettings />)} />
          <Route path="notifications" element={screen(<NotificationSettings />)} />
          <Route path="blocked" element={screen(<BlockedSettings />)} />
          <Route path="muted" element={screen(<MutedSettings />)} />
          <Route path="data" element={screen(<DataSettings />)} />
          <Route path="appearance" element={screen(<AppearanceSettings />)} />
        </Route>
        <Route path="moderation" element={screen(<Reports />)} />
        <Route path="moderation/log" element={screen(<ModerationLog />)} />
        <Route path="*" element={screen(<NotFoundScreen />)} />
      </Route>
      <Route path="sign-in" element={screen(<SignIn />)} />
      <Route path="sign-up" element={screen(<SignUp />)} />
      <Route path="confirm" element={screen(<Confirm />)} />
      <Route path="forgot-password" element={screen(<ForgotPassword />)} />
    </Routes>
  );
}
