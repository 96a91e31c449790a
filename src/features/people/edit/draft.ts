import { createStore } from '../../../lib/store/create-store.ts';
import type { Details } from '../api/edit.ts';

/** What was changed in the form and not saved, by person: it is still there when they come back to it. */
export const unsavedDetails = createStore<{ userId: string; details: Details } | undefined>(undefined);
