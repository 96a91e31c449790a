import type { Activity } from '../../../lib/data/types.ts';
import { explain } from '../../../lib/errors/explain.ts';
import { showToast } from '../../../ui/toast-store.ts';
import type { Actions } from '../actions/actions.ts';

/** Does something with a crud. The code for it comes with the first press, or with the pointer on its way there. */
export function act(action: keyof Actions, activity: Activity): void {
  loadActions().then(
    ({ actions }) => actions[action](activity),
    (error: unknown) => showToast(explain(error).title, 'error'),
  );
}

/** Lets the first press act at once. */
export function prefetchActions(): void {
  // When it fails, the press itself tries again and says so.
  loadActions().catch(() => undefined);
}

function loadActions() {
  return import('../actions/actions.ts');
}
