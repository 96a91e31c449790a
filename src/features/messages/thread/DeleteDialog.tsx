import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { ask } from '../api/ask.ts';
import { DELETE } from '../api/documents.ts';
import { useMessaging } from '../live/context.ts';
import { explainProblem } from '../model/explain-problem.ts';
import type { ConversationEvent, DirectMessage } from '../sync/index.ts';

/** Asks before a message is taken back from everybody. */
export function DeleteDialog({ message, onClose }: { message: DirectMessage; onClose: () => void }) {
  const { sync } = useMessaging();
  const { conversationId, seq } = message;

  async function deleteIt(): Promise<void> {
    try {
      sync.receive(await ask<ConversationEvent>(DELETE, { conversationId, seq }));
    } catch (error) {
      showToast(`Not deleted. ${explainProblem(error)}`, 'error');
    }
  }

  return (
    <ConfirmDialog title="Delete this message?" confirm="Delete" onConfirm={deleteIt} onClose={onClose}>
      It goes for everybody in the conversation. Whoever has read it may remember it.
    </ConfirmDialog>
  );
}
