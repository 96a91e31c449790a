import { util } from '@aws-appsync/utils';
import { CONVERSATION_MAX_MEMBERS } from '../../../../../shared/limits.ts';
import { isUuid } from './ids.ts';

/** The people of a list, each once, without the caller. */
export function othersOf(ids: string[], caller: string): string[] {
  const others: string[] = [];
  for (const id of ids.map((given) => given.toLowerCase())) {
    if (!isUuid(id)) util.error('This id is not a UUID.', 'InvalidId');
    if (id !== caller && !others.includes(id)) others.push(id);
  }
  return others;
}

export function checkSize(members: number): void {
  if (members > CONVERSATION_MAX_MEMBERS) {
    util.error(`A group has at most ${CONVERSATION_MAX_MEMBERS} members.`, 'TooManyMembers');
  }
}
