import type { ConversationEvent } from '../sync/types.ts';
import type { Participant } from './types.ts';

type Participants = Participant[] | null;

/** Where members stand after somebody's receipt. */
export function withReceipt(participants: Participants, event: ConversationEvent): Participants {
  const upTo = event.upTo ?? 0;
  return (
    participants?.map((one) => {
      if (one.userId !== event.actorId) return one;
      return {
        ...one,
        readUpTo: event.kind === 'READ' ? Math.max(one.readUpTo, upTo) : one.readUpTo,
        deliveredUpTo: Math.max(one.deliveredUpTo, upTo),
      };
    }) ?? null
  );
}

export function withoutParticipant(participants: Participants, memberIds: readonly string[]): Participants {
  return participants?.filter(({ userId }) => memberIds.includes(userId)) ?? null;
}

/** What became of an own message. */
export interface Fate {
  readBy: string[];
  /** Without those who have read it. */
  deliveredTo: string[];
  /** Everybody else. */
  pending: string[];
}

/** Who has got and read message `seq`. Whoever wrote something after it counts by the receipts alone. */
export function fateOf(seq: number, participants: readonly Participant[], me: string): Fate {
  const fate: Fate = { readBy: [], deliveredTo: [], pending: [] };
  for (const { userId, readUpTo, deliveredUpTo } of participants) {
    if (userId === me) continue;
    if (readUpTo >= seq) fate.readBy.push(userId);
    else if (deliveredUpTo >= seq) fate.deliveredTo.push(userId);
    else fate.pending.push(userId);
  }
  return fate;
}
