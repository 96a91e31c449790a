export { QuotesScreen } from './lists/QuotesScreen.tsx';
export { ThreadScreen } from './ThreadScreen.tsx';
