import { compose, composeDialog } from '../../../lib/compose/target.ts';
import type { Person } from '../../../lib/session/session.ts';
import { useListedKey, useShortcut } from '../../../lib/shortcuts/shortcuts.ts';
import { useStore } from '../../../lib/store/create-store.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { CrudPreview } from '../../crud/index.ts';
import { Composer } from './Composer.tsx';
import { KINDS } from './kinds.ts';
import styles from './Composer.module.css';

interface ComposerDialogProps {
  person: Person;
  /** Something for the feeds was posted; replies stay where one is. */
  onPublish: () => void;
}

/** The composer over whatever page one is on. Closing it keeps the draft. */
export function ComposerDialog({ person, onPublish }: ComposerDialogProps) {
  const target = useStore(composeDialog);
  useShortcut('n', 'Write a new crud', () => compose({ kind: 'new' }));
  useListedKey(/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl Enter', 'Post what you wrote');
  if (!target) return null;
  const close = (): void => composeDialog.set(undefined);
  return (
    <Dialog title={KINDS[target.kind].title} onClose={close}>
      {target.kind === 'reply' && <CrudPreview activity={target.to} className={styles.answered} />}
      <Composer
        person={person}
        target={target}
        inDialog
        onPublish={() => {
          close();
          if (target.kind === 'new') onPublish();
        }}
      />
    </Dialog>
  );
}
