import type { ActField } from '../api/moderation.ts';

/** An act that a moderator is about to do. */
export interface Intent {
  field: ActField;
  /** Of the crud, the person or the report. */
  id: string;
  /** Whom it concerns. */
  handle: string;
}

interface Words {
  title: (handle: string) => string;
  explanation: string;
  confirm: string;
  done: string;
  kind: 'danger' | 'primary';
}

/** What is said about each act, before and after. */
export const WORDS: Readonly<Record<ActField, Words>> = {
  hideActivity: {
    title: (handle) => `Hide this crud by @${handle}?`,
    explanation:
      'Nobody but its author sees it any more, with the replies to it. The author is shown your reason. All reports of it are dealt with.',
    confirm: 'Hide',
    done: 'The crud is hidden.',
    kind: 'danger',
  },
  unhideActivity: {
    title: (handle) => `Show this crud by @${handle} again?`,
    explanation: 'Everybody sees it again, if it has not faded.',
    confirm: 'Show again',
    done: 'The crud is shown again.',
    kind: 'primary',
  },
  suspendProfile: {
    title: (handle) => `Suspend @${handle}?`,
    explanation:
      'They can read, but not write, and nobody else finds them or what they wrote. They are shown your reason. All reports of them and their cruds are dealt with.',
    confirm: 'Suspend',
    done: 'The account is suspended.',
    kind: 'danger',
  },
  unsuspendProfile: {
    title: (handle) => `Lift the suspension of @${handle}?`,
    explanation: 'They can write again, and others find them and what they wrote.',
    confirm: 'Lift suspension',
    done: 'The suspension is lifted.',
    kind: 'primary',
  },
  dismissReport: {
    title: (handle) => `Dismiss this report about @${handle}?`,
    explanation: 'It leaves the list, and nothing else happens.',
    confirm: 'Dismiss',
    done: 'The report is dismissed.',
    kind: 'primary',
  },
};
