import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { CrudScreen } from '../features/crud/index.ts';
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

const Pictures = lazily(
  () => import('../features/images/index.ts'),
  (module) => module.PicturesScreen,
);

/** Each screen with a boundary of its own, so that what breaks one leaves the others. */
function screen(element: ReactNode): ReactNode {
  return (
    <RouteBoundary>
      <Suspense fallback={<ScreenLoading />}>{element}</Suspense>
    </RouteBoundary>
  );
}

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={screen(<HomeScreen />)} />
        <Route path="cruds/:id" element={screen(<CrudScreen />)} />
        <Route path="settings/pictures" element={screen(<Pictures />)} />
        <Route path="about" element={screen(<About />)} />
        <Route path="*" element={screen(<NotFoundScreen />)} />
      </Route>
      <Route path="sign-in" element={screen(<SignIn />)} />
      <Route path="sign-up" element={screen(<SignUp />)} />
      <Route path="confirm" element={screen(<Confirm />)} />
      <Route path="forgot-password" element={screen(<ForgotPassword />)} />
    </Routes>
  );
}
