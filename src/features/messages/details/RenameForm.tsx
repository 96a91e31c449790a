import { useState } from 'react';
import { graphemeLength } from '../../../../shared/graphemes.ts';
import { TITLE_MAX_GRAPHEMES } from '../../../../shared/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { RENAME } from '../api/documents.ts';
import type { Conversation } from '../model/types.ts';
import { useAct } from './use-act.ts';
import styles from './DetailsDialog.module.css';

/** The name of a group, which any member may change. */
export function RenameForm({ conversation }: { conversation: Conversation }) {
  const { id } = conversation;
  const [title, setTitle] = useState(conversation.title ?? '');
  const { busy, act } = useAct();
  const wanted = title.trim();
  const isTooLong = graphemeLength(wanted) > TITLE_MAX_GRAPHEMES;
  const isNew = wanted !== '' && wanted !== conversation.title && !isTooLong;
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew) void act(RENAME, { conversationId: id, title: wanted });
      }}
    >
      <Field
        label="Name of the group"
        value={title}
        error={isTooLong ? `At most ${TITLE_MAX_GRAPHEMES} characters.` : undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="submit" busy={busy} aria-disabled={!isNew}>
        Rename
      </Button>
    </form>
  );
}
