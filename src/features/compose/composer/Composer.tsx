import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { graphemeLength } from '../../../../shared/graphemes.ts';
import { slotOf, type ComposeTarget } from '../../../lib/compose/target.ts';
import type { Person } from '../../../lib/session/session.ts';
import { useStore } from '../../../lib/store/create-store.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { CrudPreview } from '../../crud/index.ts';
import { useMe } from '../../account/index.ts';
import { emptied } from '../draft/draft.ts';
import { draftStore } from '../draft/draft-store.ts';
import { publish } from '../outbox/outbox-store.ts';
import { ExpiryPicker } from './ExpiryPicker.tsx';
import { GraphemeMeter } from '../../../ui/GraphemeMeter.tsx';
import { KINDS } from './kinds.ts';
import { reasonAgainst } from './reason-against.ts';
import styles from './Composer.module.css';

export interface ComposerProps {
  person: Person;
  target: ComposeTarget;
  /** In a dialog it fills it. */
  inDialog?: boolean;
  onPublish?: () => void;
}

/** Where one writes. Typing is never blocked; publishing is, with the reason. */
export function Composer({ person, target, inDialog, onPublish }: ComposerProps) {
  const slot = slotOf(target);
  const store = draftStore(person.userId, slot);
  const draft = useStore(store);
  const { profile } = useMe();
  const [problem, setProblem] = useState<string>();
  const text = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const { title, prompt, button, limit } = KINDS[target.kind];
  const length = graphemeLength(draft.text);
  const reason = reasonAgainst(draft.text, limit);

  function submit(): void {
    if (reason) {
      setProblem(reason);
      text.current?.focus();
      return;
    }
    publish(person.userId, draft.text.trim(), draft.expiresIn, target);
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
      aria-label={title}
      data-quiet={(target.kind === 'reply' && !inDialog && draft.text === '') || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Avatar seed={person.userId} name={person.displayName} avatar={profile?.avatar} />
      <div className={styles.body}>
        <textarea
          ref={text}
          className={styles.text}
          aria-label={prompt}
          aria-describedby={`${id}-left ${id}-problem`}
          aria-invalid={length > limit || undefined}
          placeholder={prompt}
          dir="auto"
          rows={inDialog ? 4 : target.kind === 'reply' ? 1 : 2}
          data-composer={inDialog ? undefined : slot}
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
        {target.kind === 'quote' && <CrudPreview activity={target.of} className={styles.quoted} />}
        <div className={styles.tools}>
          {target.kind === 'reply' ? (
            <span className={styles.fades}>Fades with what it answers</span>
          ) : (
            <ExpiryPicker
              value={draft.expiresIn}
              onChange={(expiresIn) => store.set({ ...store.get(), expiresIn })}
            />
          )}
          <span className={styles.gap} />
          <GraphemeMeter id={`${id}-left`} length={length} limit={limit} />
          <Button type="submit" kind="primary" aria-disabled={reason !== undefined}>
            {button}
          </Button>
        </div>
      </div>
    </form>
  );
}
