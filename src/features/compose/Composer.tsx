import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { graphemeLength } from '../../../shared/graphemes.ts';
import { CRUD_MAX_GRAPHEMES } from '../../../shared/limits.ts';
import type { Person } from '../../lib/session/session.ts';
import { useStore } from '../../lib/store/create-store.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { emptied } from './draft/draft.ts';
import { draftStore } from './draft/draft-store.ts';
import { ExpiryPicker } from './ExpiryPicker.tsx';
import { GraphemeMeter } from './GraphemeMeter.tsx';
import { publish } from './outbox/outbox-store.ts';
import styles from './Composer.module.css';

interface ComposerProps {
  person: Person;
  /** In a dialog it fills it. */
  inDialog?: boolean;
  onPublish?: () => void;
}

/** Where one writes. Typing is never blocked; publishing is, with the reason. */
export function Composer({ person, inDialog, onPublish }: ComposerProps) {
  const store = draftStore(person.userId);
  const draft = useStore(store);
  const [problem, setProblem] = useState<string>();
  const text = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const length = graphemeLength(draft.text);
  const reason = reasonAgainst(draft.text, length);

  function submit(): void {
    if (reason) {
      setProblem(reason);
      text.current?.focus();
      return;
    }
    publish(person.userId, draft.text.trim(), draft.expiresIn);
    store.set(emptied);
    setProblem(undefined);
    onPublish?.();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape' && !inDialog) text.current?.blur();
  }

  return (
    <form
      className={classNames(styles.composer, inDialog && styles.inDialog)}
      aria-label="New crud"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Avatar seed={person.userId} name={person.displayName} />
      <div className={styles.body}>
        <textarea
          ref={text}
          className={styles.text}
          aria-label="What is on your mind?"
          aria-describedby={`${id}-left ${id}-problem`}
          aria-invalid={length > CRUD_MAX_GRAPHEMES || undefined}
          placeholder="What is on your mind?"
          dir="auto"
          rows={inDialog ? 4 : 2}
          data-composer={inDialog ? undefined : ''}
          data-autofocus={inDialog ? '' : undefined}
          value={draft.text}
          onChange={(event) => {
            store.set({ ...draft, text: event.target.value });
            setProblem(undefined);
          }}
          onKeyDown={onKeyDown}
        />
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </p>
        <div className={styles.tools}>
          <ExpiryPicker
            value={draft.expiresIn}
            onChange={(expiresIn) => store.set({ ...store.get(), expiresIn })}
          />
          <span className={styles.gap} />
          <GraphemeMeter id={`${id}-left`} length={length} limit={CRUD_MAX_GRAPHEMES} />
          <Button type="submit" kind="primary" aria-disabled={reason !== undefined}>
            Post
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Why this text can't be published; undefined when it can. */
function reasonAgainst(text: string, length: number): string | undefined {
  if (text.trim() === '') return 'Write something first.';
  if (length <= CRUD_MAX_GRAPHEMES || graphemeLength(text.trim()) <= CRUD_MAX_GRAPHEMES) return undefined;
  return `A crud has at most ${CRUD_MAX_GRAPHEMES} characters: ${length - CRUD_MAX_GRAPHEMES} too many.`;
}
