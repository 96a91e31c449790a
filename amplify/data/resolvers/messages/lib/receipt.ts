import { util, type Context } from '@aws-appsync/utils';
import { giveWay, refusals } from './write.ts';
import { conversationOf, memberOf, notFound } from './load.ts';
import type { StoredMember } from './stored.ts';

const TRIES = 3;

/** Refuses a position beyond the newest message: nobody has read what is not there. */
export function checkPosition(ctx: Context, upTo: number): void {
  const { joinedSeq } = memberOf(ctx);
  if (upTo < joinedSeq || upTo > conversationOf(ctx).lastSeq) {
    util.error('There is no message at this position.', 'InvalidPosition');
  }
}

/** Whether the membership was written; otherwise it is read anew, for another try. */
export function memberWritten(ctx: Context): boolean {
  const refused = refusals(ctx);
  if (!refused) return true;
  const [ofMember] = refused;
  if (ofMember?.failed) {
    if (!ofMember.item) notFound();
    ctx.stash['member'] = ofMember.item as StoredMember;
  }
  giveWay(ctx, TRIES);
  return false;
}
