import { useId, useRef, useState, type FormEvent } from 'react';
import { graphemeLength } from '../../../../shared/graphemes.ts';
import {
  BIO_MAX_GRAPHEMES,
  DISPLAY_NAME_MAX_GRAPHEMES,
  LOCATION_MAX_GRAPHEMES,
} from '../../../../shared/limits.ts';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { profilePath } from '../../../lib/data/full-profile.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { useStore } from '../../../lib/store/create-store.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { sendDetails } from '../api/edit.ts';
import { completed, detailsOf, problemsOf, refusedField, sameDetails, type DetailName } from './details.ts';
import { unsavedDetails } from './draft.ts';
import { ownProfileChanged } from './own-profile.ts';
import { useUnsaved } from './use-unsaved.ts';
import styles from './Edit.module.css';

/** Name, bio, location and website. What is typed and not saved stays for as long as the page is open. */
export function DetailsForm({ profile }: { profile: FullProfile }) {
  const form = useRef<HTMLFormElement>(null);
  const titleId = useId();
  const draft = useStore(unsavedDetails);
  const saved = detailsOf(profile);
  const details = draft?.userId === profile.id ? draft.details : saved;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const unsaved = !sameDetails(details, saved);
  useUnsaved(unsaved);

  const refusal = error === undefined ? undefined : refusedField(toAppError(error).type);
  const problems = problemsOf(details);
  const problemOf = (name: DetailName): string | undefined =>
    problems[name] ?? (refusal?.name === name ? refusal.message : undefined);

  function set(name: DetailName, value: string): void {
    unsavedDetails.set({ userId: profile.id, details: { ...details, [name]: value } });
    if (refusal?.name === name) setError(undefined);
  }

  const field = (name: DetailName) => ({
    name,
    value: details[name],
    error: problemOf(name),
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
  });

  function discard(): void {
    unsavedDetails.set(undefined);
    setError(undefined);
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (Object.values(problems).some(Boolean)) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      ownProfileChanged(await sendDetails(completed(details)));
      discard();
      showToast('Your profile is saved.');
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }

  const left = (name: DetailName, limit: number): string =>
    `${graphemeLength(details[name].trim())} of ${limit}`;
  return (
    <form
      ref={form}
      className={styles.card}
      noValidate
      aria-labelledby={titleId}
      onSubmit={(event) => void save(event)}
    >
      <h2 id={titleId} className={styles.title}>
        About you
      </h2>
      <Field
        label="Display name"
        autoComplete="name"
        hint={left('displayName', DISPLAY_NAME_MAX_GRAPHEMES)}
        {...field('displayName')}
      />
      <TextArea
        label="Bio"
        rows={4}
        hint={`${left('bio', BIO_MAX_GRAPHEMES)}. Links, @mentions and #hashtags work.`}
        {...field('bio')}
      />
      <Field
        label="Location"
        autoComplete="off"
        hint={left('location', LOCATION_MAX_GRAPHEMES)}
        {...field('location')}
      />
      <Field
        label="Website"
        type="url"
        inputMode="url"
        autoCapitalize="none"
        autoComplete="url"
        spellCheck={false}
        placeholder="example.com"
        {...field('website')}
      />
      {error !== undefined && !refusal && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        {unsaved ? (
          <Button onClick={discard}>Discard changes</Button>
        ) : (
          <ButtonLink to={profilePath(profile.handle)}>See your page</ButtonLink>
        )}
        <Button type="submit" kind="primary" busy={busy} aria-disabled={!unsaved}>
          Save
        </Button>
      </div>
    </form>
  );
}
