import { useNavigate } from 'react-router';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LEAVE } from '../api/documents.ts';
import { useMessaging } from '../live/context.ts';
import { keepDraft } from '../live/drafts.ts';
import type { Conversation } from '../model/types.ts';
import { useAct } from './use-act.ts';

/** Asks before one leaves a group. */
export function LeaveDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { me } = useMessaging();
  const { act } = useAct();
  const navigate = useNavigate();
  const { id, ownerId } = conversation;

  async function leave(): Promise<void> {
    if (!(await act(LEAVE, { conversationId: id }))) return;
    keepDraft(me, id, '');
    await navigate('/messages', { replace: true });
  }

  return (
    <ConfirmDialog title="Leave this group?" confirm="Leave" onConfirm={leave} onClose={onClose}>
      You will not see it any more, nor what is said in it. Only a member can bring you back.
      {ownerId === me && ' The group will belong to whoever is in it longest.'}
    </ConfirmDialog>
  );
}
