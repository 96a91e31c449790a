export { LogScreen } from './log/LogScreen.tsx';
export { ReportsScreen } from './reports/ReportsScreen.tsx';
