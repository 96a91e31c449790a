export { ThreadScreen } from './ThreadScreen.tsx';
