import { util, type Context } from '@aws-appsync/utils';
import { finish, messageView } from './event.ts';
import { changeKey } from './ids.ts';
import { conversationOf, notFound } from './load.ts';
import { preview } from './preview.ts';
import type { StoredConversation, StoredMessage } from './stored.ts';
import { table } from './tables.ts';
import { giveWay, put, refusals, update } from './write.ts';

const TRIES = 3;

/**
 * Writes a message as `changed`, under the conversation's next revision, so that those who were away learn of it. The
 * list of conversations shows the newest message: when this is it, it changes there too.
 */
export function writeChange(
  ctx: Context,
  changed: StoredMessage,
  set: Record<string, unknown>,
  remove: string[],
) {
  const conversation = conversationOf(ctx);
  const { conversationId, id, seq } = changed;
  const revision = conversation.revision + 1;
  ctx.stash['changed'] = changed;
  ctx.stash['revision'] = revision;
  const isNewest = conversation.lastSeq === seq;
  const messages = table(ctx, 'Message');
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      update(
        table(ctx, 'Conversation'),
        { id: conversationId },
        isNewest ? { revision, lastMessage: preview(changed) } : { revision },
        {
          equal: {
            revision: conversation.revision,
            lastSeq: conversation.lastSeq,
            membersVersion: conversation.membersVersion,
          },
        },
      ),
      update(messages, { conversationId, id }, set, { absent: ['deletedAt'] }, remove),
      put(messages, { conversationId, id: changeKey(revision) }, { seq }),
    ],
  };
}

/** The event, or another try with the conversation as it is now. */
export function changeWritten(ctx: Context, kind: string, caller: string) {
  const refused = refusals(ctx);
  const conversation = conversationOf(ctx);
  if (!refused) {
    return finish(ctx, kind, conversation.id, conversation.memberIds, {
      message: messageView(ctx.stash['changed'] as StoredMessage),
      revision: ctx.stash['revision'] as number,
    });
  }
  const [ofConversation, ofMessage] = refused;
  if (ofMessage?.failed) util.error('There is no such message.', 'NotFound');
  if (ofConversation?.failed) {
    const now = ofConversation.item as StoredConversation | null;
    if (!now || !now.memberIds.includes(caller)) notFound();
    ctx.stash['conversation'] = now;
  }
  return giveWay(ctx, TRIES);
}
