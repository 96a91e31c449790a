import type { Activity, QuotedActivity } from '../types.ts';
import { REMOVED, type Rule } from './rewrite.ts';

// Known by their fields, not by a type name: no document has to ask for one.
export function isActivity(node: object): node is Activity {
  return 'clientId' in node && 'author' in node && 'message' in node;
}

function isQuoted(node: object): node is QuotedActivity {
  return 'hasQuote' in node && 'author' in node && !('clientId' in node);
}

/** One crud changes, wherever it is; where it is quoted, its text. */
export function changing(id: string, change: (activity: Activity) => Activity): Rule {
  return (node) => (isActivity(node) && node.id === id ? change(node) : node);
}

/** The text of a crud as it is where it is quoted. */
export function rewording(id: string, message: string, editedAt: string | null): Rule {
  return (node) =>
    isQuoted(node) && node.id === id && node.message !== message ? { ...node, message, editedAt } : node;
}

/** Those cruds go, as items and where they are quoted. */
export function removing(ids: ReadonlySet<string>): Rule {
  return (node) => ((isActivity(node) || isQuoted(node)) && ids.has(node.id) ? REMOVED : node);
}

/** Looks at every crud, quoted ones too, and changes nothing. */
export function looking(look: (activity: Activity | QuotedActivity) => void): Rule {
  return (node) => {
    if (isActivity(node) || isQuoted(node)) look(node);
    return node;
  };
}
