import { useId, useState, type FormEvent } from 'react';
import { HANDLE_MAX, normalizeHandle } from '../../../../shared/handle.ts';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { sendHandle } from '../api/edit.ts';
import { ownProfileChanged } from './own-profile.ts';
import { useHandleCheck } from './use-handle-check.ts';
import styles from './Edit.module.css';

/** Another handle: whether it can be had is said while one types. */
export function HandleForm({ profile }: { profile: FullProfile }) {
  const titleId = useId();
  const [typed, setTyped] = useState(profile.handle);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<{ handle: string; error: unknown }>();
  const handle = normalizeHandle(typed);
  const changed = handle !== profile.handle;
  const check = useHandleCheck(typed, profile.handle);
  const error = refused?.handle === handle ? refused.error : undefined;
  const taken = error !== undefined && toAppError(error).type === 'HandleTaken';
  const problem = taken ? 'Somebody was faster: this handle is taken. Please choose another.' : check.problem;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (changed && !problem) setAsking(true);
  }

  async function change(): Promise<void> {
    try {
      ownProfileChanged(await sendHandle(handle));
      showToast(`You are @${handle} now.`);
    } catch (thrown) {
      // Said at the field, where it can be mended; so the dialog closes.
      setRefused({ handle, error: thrown });
    }
  }

  return (
    <form className={styles.card} noValidate aria-labelledby={titleId} onSubmit={submit}>
      <h2 id={titleId} className={styles.title}>
        Handle
      </h2>
      <Field
        label="Your handle"
        name="handle"
        prefix="@"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint={`Letters a–z, digits and underscores, at most ${HANDLE_MAX}.`}
        value={typed}
        error={problem}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={styles.check}>
        {!problem && check.text}
      </p>
      {error !== undefined && !taken && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={!changed || Boolean(problem)}>
          Change handle
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={`Become @${handle}?`}
          confirm="Change handle"
          kind="primary"
          onConfirm={change}
          onClose={() => setAsking(false)}
        >
          <p>
            Links to @{profile.handle} stop leading to you. Nobody else can take it for 30 days, so that you
            can have it back; then anybody may.
          </p>
        </ConfirmDialog>
      )}
    </form>
  );
}
