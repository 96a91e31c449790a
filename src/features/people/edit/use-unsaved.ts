import { useEffect, useEffectEvent } from 'react';
import { showToast } from '../../../ui/toast-store.ts';

/** Keeps somebody from losing what they did not save: the browser asks before it closes, leaving the page is told. */
export function useUnsaved(unsaved: boolean): void {
  const isUnsaved = useEffectEvent(() => unsaved);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  useEffect(
    () => () => {
      if (isUnsaved())
        showToast('Your profile is not saved yet. What you changed is kept in the form.', 'error');
    },
    [],
  );
}
