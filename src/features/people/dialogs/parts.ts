export { ReportDialog } from './ReportDialog.tsx';
export { BlockDialog, MuteDialog } from './TieDialogs.tsx';
