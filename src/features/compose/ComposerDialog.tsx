import type { Person } from '../../lib/session/session.ts';
import { useListedKey, useShortcut } from '../../lib/shortcuts/shortcuts.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Composer } from './Composer.tsx';
import { composerDialog, openComposer } from './dialog-store.ts';

/** The composer over whatever page one is on. Closing it keeps the draft. */
export function ComposerDialog({ person, onPublish }: { person: Person; onPublish: () => void }) {
  const open = useStore(composerDialog);
  useShortcut('n', 'Write a new crud', openComposer);
  useListedKey(/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl Enter', 'Post what you wrote');
  if (!open) return null;
  const close = (): void => composerDialog.set(false);
  return (
    <Dialog title="New crud" onClose={close}>
      <Composer
        person={person}
        inDialog
        onPublish={() => {
          close();
          onPublish();
        }}
      />
    </Dialog>
  );
}
