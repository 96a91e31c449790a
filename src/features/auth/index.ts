export { ConfirmScreen } from './screens/ConfirmScreen.tsx';
export { ForgotPasswordScreen } from './screens/ForgotPasswordScreen.tsx';
export { SignInScreen } from './screens/SignInScreen.tsx';
export { SignUpScreen } from './screens/SignUpScreen.tsx';
