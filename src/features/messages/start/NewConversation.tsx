import { useEffect, useEffectEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { CONVERSATION_MAX_MEMBERS, TITLE_MAX_GRAPHEMES } from '../../../../shared/limits.ts';
import { graphemeLength } from '../../../../shared/graphemes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { useMessaging } from '../live/context.ts';
import { explainProblem } from '../model/explain-problem.ts';
import type { Contact } from '../model/types.ts';
import { PeoplePicker } from './PeoplePicker.tsx';
import { useStart } from './use-start.ts';
import styles from './NewConversation.module.css';

/** Choose whom to write to: one person, several for a group, or oneself for notes. `?to=` has chosen already. */
export function NewConversation() {
  const { me } = useMessaging();
  const [parameters] = useSearchParams();
  const to = parameters.get('to');
  const { busy, error, start } = useStart();
  const [chosen, setChosen] = useState<Contact[]>([]);
  const [title, setTitle] = useState('');
  const isGroup = chosen.length > 1;
  const isTitleTooLong = graphemeLength(title.trim()) > TITLE_MAX_GRAPHEMES;

  const startWith = useEffectEvent((id: string) => start([id]));
  useEffect(() => {
    if (to) startWith(to);
  }, [to]);

  return (
    <section className={styles.page} aria-label="New message">
      <title>New message · Cruddur</title>
      <header className={styles.header}>
        <Link to="/messages" className={styles.back} aria-label="Back to all messages">
          <Icon name="back" />
        </Link>
        <h2 className={styles.title}>New message</h2>
      </header>
      {error !== null && <Notice kind="error">{explainProblem(error)}</Notice>}
      {to && error === null ? (
        <p role="status" className={styles.waiting}>
          <Spinner /> Opening the conversation…
        </p>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen.length === 0 || isTitleTooLong) return;
            start(
              chosen.map(({ id }) => id),
              isGroup && title.trim() !== '' ? title.trim() : undefined,
            );
          }}
        >
          <PeoplePicker
            label="Whom do you want to write to?"
            chosen={chosen}
            onChange={setChosen}
            most={CONVERSATION_MAX_MEMBERS - 1}
            without={[me]}
          />
          {isGroup && (
            <Field
              label="Name of the group (optional)"
              value={title}
              error={isTitleTooLong ? `At most ${TITLE_MAX_GRAPHEMES} characters.` : undefined}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
          {chosen.length > 0 ? (
            <Button type="submit" kind="primary" busy={busy}>
              {isGroup ? `Start a group of ${chosen.length + 1}` : `Write to ${chosen[0]!.displayName}`}
            </Button>
          ) : (
            <Button icon="bookmark" busy={busy} onClick={() => start([me])}>
              Notes to yourself
            </Button>
          )}
        </form>
      )}
    </section>
  );
}
