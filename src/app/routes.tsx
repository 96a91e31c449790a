import { Suspense, type ReactElement } from 'react';
import { createRoutesFromElements, matchRoutes, Route, useParams, useRoutes } from 'react-router';
import { HomeScreen } from '../features/feed/index.ts';
import { lazily, type Loadable } from './lazily.ts';
import { auth } from './load-auth.ts';
import { RouteBoundary } from './RouteBoundary.tsx';
import { NotFoundScreen } from './screens/NotFoundScreen.tsx';
import { ScreenLoading } from './screens/ScreenLoading.tsx';
import { Shell } from './shell/Shell.tsx';

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
const ownSettings = () => import('../features/people/own-settings.ts');
const ProfileSettings = lazily(ownSettings, (module) => module.ProfileSettings);
const BlockedSettings = lazily(ownSettings, (module) => module.BlockedSettings);
const MutedSettings = lazily(ownSettings, (module) => module.MutedSettings);
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

interface ScreenProps {
  of: Loadable;
  /** Below `/@handle`: the tabs that it has. */
  tabs?: readonly (string | undefined)[];
}

/** Each screen with a boundary of its own, so that what breaks one leaves the others. */
function Screen({ of: Content }: ScreenProps) {
  return (
    <RouteBoundary>
      <Suspense fallback={<ScreenLoading />}>
        <Content />
      </Suspense>
    </RouteBoundary>
  );
}

const PROFILE_TABS: readonly (string | undefined)[] = [undefined, 'replies', 'likes', 'media'];

/** A screen below `/@handle`: routes match whole segments, so the @ is looked for here. */
function OfPerson({ of, tabs }: ScreenProps) {
  const { handle = '', tab } = useParams();
  const isThere = handle.startsWith('@') && (!tabs || tabs.includes(tab));
  return <Screen of={isThere ? of : NotFoundScreen} />;
}

const ROUTES = createRoutesFromElements(
  <>
    <Route element={<Shell />}>
      <Route index element={<Screen of={HomeScreen} />} />
      <Route path="following" element={<Screen of={FollowingFeed} />} />
      <Route path="trending" element={<Screen of={Trending} />} />
      <Route path="search" element={<Screen of={Search} />} />
      <Route path="tags/:tag" element={<Screen of={Hashtag} />} />
      <Route path="bookmarks" element={<Screen of={Bookmarks} />} />
      <Route path="cruds/:id" element={<Screen of={Thread} />} />
      <Route path="cruds/:id/likes" element={<Screen of={Likers} />} />
      <Route path="cruds/:id/quotes" element={<Screen of={Quotes} />} />
      <Route path="messages/*" element={<Screen of={Messages} />} />
      <Route path="about" element={<Screen of={About} />} />
      <Route path="privacy" element={<Screen of={Privacy} />} />
      <Route path="terms" element={<Screen of={Terms} />} />
      <Route path="notifications" element={<Screen of={Notifications} />} />
      <Route path=":handle/followers" element={<OfPerson of={Followers} />} />
      <Route path=":handle/following" element={<OfPerson of={Following} />} />
      <Route path=":handle/:tab?" element={<OfPerson of={Profile} tabs={PROFILE_TABS} />} />
      <Route path="settings" element={<Screen of={Settings} />}>
        <Route index element={null} />
        <Route path="profile" element={<Screen of={ProfileSettings} />} />
        <Route path="account" element={<Screen of={AccountSettings} />} />
        <Route path="security" element={<Screen of={SecuritySettings} />} />
        <Route path="notifications" element={<Screen of={NotificationSettings} />} />
        <Route path="blocked" element={<Screen of={BlockedSettings} />} />
        <Route path="muted" element={<Screen of={MutedSettings} />} />
        <Route path="data" element={<Screen of={DataSettings} />} />
        <Route path="appearance" element={<Screen of={AppearanceSettings} />} />
      </Route>
      <Route path="moderation" element={<Screen of={Reports} />} />
      <Route path="moderation/log" element={<Screen of={ModerationLog} />} />
      <Route path="*" element={<Screen of={NotFoundScreen} />} />
    </Route>
    <Route path="sign-in" element={<Screen of={SignIn} />} />
    <Route path="sign-up" element={<Screen of={SignUp} />} />
    <Route path="confirm" element={<Screen of={Confirm} />} />
    <Route path="forgot-password" element={<Screen of={ForgotPassword} />} />
  </>,
);

export function AppRoutes() {
  return useRoutes(ROUTES);
}

/**
 * Resolves when the code of the screen at a path is there, or cannot be had: its place says so then. The page waits with
 * its first picture, since React would show a placeholder for 300 ms or more once it had begun to.
 */
export async function loadScreenAt(path: string): Promise<void> {
  const screens = (matchRoutes(ROUTES, path) ?? []).map(
    ({ route }) => (route.element as ReactElement<Partial<ScreenProps>> | null)?.props.of,
  );
  await Promise.allSettled(screens.map((screen) => screen?.load?.()));
}
