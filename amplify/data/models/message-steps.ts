import { resolver } from '../resolver.ts';

/** The data source of `amplify/messages`, which reaches all tables of direct messages. */
export const DIRECT_MESSAGES = 'DirectMessages';
/** The data source that counts what only a function can count. */
export const GRAPHEMES = 'Graphemes';
/** Amplify's own data sources of single tables: enough to query one. */
export const MESSAGES = 'MessageTable';
export const MEMBERS = 'ConversationMemberTable';
const BLOCKS = 'MessageBlockTable';

export type Step = ReturnType<typeof resolver>;
export type Steps = [Step, ...Step[]];

/** A step of a field of direct messages, on the data source that reaches all of its tables unless told. */
export function step(path: string, source = DIRECT_MESSAGES): Step {
  return resolver(`messages/${path}`, source);
}

/** The same step several times: each runs only when the one before it met a change by somebody else. */
export function attempts(path: string, times: number): Step[] {
  const one = step(path);
  return Array.from({ length: times }, () => one);
}

/** The last step of `blockProfile` and `unblockProfile`: lets direct messages know. */
export const recordBlock = resolver('messages/record-block', BLOCKS);
export const removeBlock = resolver('messages/remove-block', BLOCKS);

/** The same for `suspendProfile` and `unsuspendProfile`. */
export const recordSuspension = resolver('messages/record-suspension', BLOCKS);
export const removeSuspension = resolver('messages/remove-suspension', BLOCKS);
