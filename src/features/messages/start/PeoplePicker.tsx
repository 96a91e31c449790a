import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Field } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { Avatar } from '../../../ui/Avatar.tsx';
import { searchContacts } from '../api/people.ts';
import { explainProblem } from '../model/explain-problem.ts';
import type { Contact } from '../model/types.ts';
import styles from './PeoplePicker.module.css';

interface PeoplePickerProps {
  chosen: readonly Contact[];
  onChange: (chosen: Contact[]) => void;
  /** So many may be chosen. */
  most: number;
  /** Who is not offered: those who are in already. */
  without?: readonly string[];
  label: string;
}

const PAUSE_MS = 250;

/** Search for people and choose some. */
export function PeoplePicker({ chosen, onChange, most, without = [], label }: PeoplePickerProps) {
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  const search = useQuery({
    queryKey: ['contact-search', query],
    queryFn: () => searchContacts(query),
    enabled: query !== '',
    staleTime: 30_000,
  });
  const found = (query === '' ? [] : (search.data ?? [])).filter(({ id }) => !without.includes(id));
  const isChosen = (id: string): boolean => chosen.some((one) => one.id === id);
  const isFull = chosen.length >= most;

  function toggle(contact: Contact): void {
    if (isChosen(contact.id)) onChange(chosen.filter(({ id }) => id !== contact.id));
    else if (!isFull) onChange([...chosen, contact]);
  }

  return (
    <div className={styles.picker}>
      {chosen.length > 0 && (
        <ul className={styles.chips} aria-label="Chosen">
          {chosen.map((contact) => (
            <li key={contact.id}>
              <button type="button" className={styles.chip} onClick={() => toggle(contact)}>
                <bdi>{contact.displayName}</bdi>
                <Icon name="close" size={14} />
                <span className="visually-hidden">, take out</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field
        label={label}
        type="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus=""
        value={text}
        hint={isFull ? undefined : 'By name or handle.'}
        error={
          isFull
            ? `That is the most: a group has at most ${most + without.length} people, you included.`
            : undefined
        }
        onChange={(event) => setText(event.target.value)}
      />
      <div role="status" className={styles.state}>
        {search.isFetching && (
          <>
            <Spinner /> <span className="visually-hidden">Searching</span>
          </>
        )}
        {search.isSuccess && query !== '' && found.length === 0 && `Nobody is called “${query}”.`}
        {search.isError && explainProblem(search.error)}
      </div>
      <ul className={styles.found} aria-label="Found">
        {found.map((contact) => (
          <li key={contact.id}>
            <button
              type="button"
              className={styles.person}
              aria-pressed={isChosen(contact.id)}
              disabled={isFull && !isChosen(contact.id)}
              onClick={() => toggle(contact)}
            >
              <Avatar seed={contact.id} name={contact.displayName} avatar={contact.avatar} size={40} />
              <span className={styles.names}>
                <bdi className={styles.name}>{contact.displayName}</bdi>
                <span className={styles.handle}>@{contact.handle}</span>
              </span>
              {isChosen(contact.id) && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A text, once nobody has changed it for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
