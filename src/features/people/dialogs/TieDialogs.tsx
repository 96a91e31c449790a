import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { block, mute, type Somebody } from '../block-and-mute.ts';

interface TieDialogProps {
  person: Somebody;
  onClose: () => void;
}

export function BlockDialog({ person, onClose }: TieDialogProps) {
  return (
    <ConfirmDialog
      title={`Block @${person.handle}?`}
      confirm="Block"
      onConfirm={() => block(person)}
      onClose={onClose}
    >
      <p>
        Neither of you sees the other any more: not in feeds, threads, search, notifications or messages. You
        no longer follow each other.
      </p>
      <p>Nobody is told. You can take it back on their page or in your settings.</p>
    </ConfirmDialog>
  );
}

export function MuteDialog({ person, onClose }: TieDialogProps) {
  return (
    <ConfirmDialog
      title={`Mute @${person.handle}?`}
      confirm="Mute"
      kind="primary"
      onConfirm={() => mute(person)}
      onClose={onClose}
    >
      <p>
        Their cruds stay out of your feeds, and you hear nothing of what they do. You can still visit their
        page, and they can still read and answer you.
      </p>
      <p>Nobody is told. You can take it back on their page or in your settings.</p>
    </ConfirmDialog>
  );
}
