export { ensureProfile } from './api/me.ts';
export { followSession } from './follow-session.ts';
export { signOutHere } from './sign-out.ts';
export { useMe } from './use-me.ts';
