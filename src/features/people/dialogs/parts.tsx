import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { block, mute, type Somebody } from '../block-and-mute.ts';
import { closePeopleDialog, peopleDialog } from './dialog-store.ts';
import { ReportDialog, type ReportTarget } from './ReportDialog.tsx';

export function blockDialog(person: Somebody) {
  return (
    <ConfirmDialog
      title={`Block @${person.handle}?`}
      confirm="Block"
      onConfirm={() => block(person)}
      onClose={closePeopleDialog}
    >
      <p>
        Neither of you sees the other any more: not in feeds, threads, search, notifications or messages. You
        no longer follow each other.
      </p>
      <p>Nobody is told. You can take it back on their page or in your settings.</p>
    </ConfirmDialog>
  );
}

export function muteDialog(person: Somebody) {
  return (
    <ConfirmDialog
      title={`Mute @${person.handle}?`}
      confirm="Mute"
      onConfirm={() => mute(person)}
      onClose={closePeopleDialog}
    >
      <p>
        Their cruds stay out of your feeds, and you hear nothing of what they do. You can still visit their
        page, and they can still read and answer you.
      </p>
      <p>Nobody is told. You can take it back on their page or in your settings.</p>
    </ConfirmDialog>
  );
}

export function reportDialog(target: ReportTarget) {
  const { person } = target;
  return (
    <ReportDialog
      target={target}
      onMute={() => peopleDialog.set({ element: muteDialog(person) })}
      onBlock={() => peopleDialog.set({ element: blockDialog(person) })}
      onClose={closePeopleDialog}
    />
  );
}
