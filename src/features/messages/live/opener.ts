import type { Conversation } from '../model/types.ts';
import type { MessageSync } from '../sync/index.ts';
import type { ConversationList } from './conversation-list.ts';

/** So many conversations stay loaded after they were left, so that going back shows them at once. */
const KEPT = 6;

/**
 * Opens conversations: the newest page of messages, and who is in it. Twice at once is once.
 * Answers null when there is no such conversation for the caller; throws what the transport throws.
 */
export function createOpener(sync: MessageSync, list: ConversationList) {
  const underway = new Map<string, Promise<Conversation | null>>();
  let recent: string[] = [];

  async function load(id: string): Promise<Conversation | null> {
    const isKept = Boolean(sync.state().logs[id]);
    if (isKept) sync.refresh();
    const [conversation, opened] = await Promise.all([
      list.look(id),
      isKept
        ? null
        : sync.open(id).then(
            () => null,
            (error: unknown) => ({ error }),
          ),
    ]);
    // Of a conversation that isn't there both fail, for the same reason.
    if (conversation && opened) throw opened.error;
    return conversation;
  }

  return (id: string): Promise<Conversation | null> => {
    recent = [id, ...recent.filter((one) => one !== id)];
    for (const old of recent.slice(KEPT)) sync.close(old);
    recent = recent.slice(0, KEPT);
    const opening = underway.get(id) ?? load(id).finally(() => underway.delete(id));
    underway.set(id, opening);
    return opening;
  };
}
