export { ensureProfile } from './api/me.ts';
export { followSession } from './follow-session.ts';
export { SuspendedNotice } from './SuspendedNotice.tsx';
export { signOutHere } from './sign-out.ts';
export { useIsModerator } from './use-is-moderator.ts';
export { useMe } from './use-me.ts';
