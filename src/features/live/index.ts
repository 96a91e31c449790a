export { watchScreen } from './watch-screen.ts';
