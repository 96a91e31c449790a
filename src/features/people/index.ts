export type { Somebody } from './block-and-mute.ts';
export { unblock, unmute } from './block-and-mute.ts';
export { askToBlock, askToMute, askToReport } from './dialogs/ask.tsx';
export { FollowButton } from './row/FollowButton.tsx';
export { PersonRow } from './row/PersonRow.tsx';
export { reasonLabel } from './model/report-reasons.ts';
