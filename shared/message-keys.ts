// The sort keys of what is stored of a conversation. For resolvers and functions.

/** Keys sort by number: twelve digits, more than anybody will ever write. */
function padded(number: number): string {
  const digits = `${number}`;
  return `${'000000000000'.slice(digits.length)}${digits}`;
}

/** A message's. */
export function messageKey(seq: number): string {
  return `m:${padded(seq)}`;
}

/** That of a change: an edit or a deletion. */
export function changeKey(revision: number): string {
  return `r:${padded(revision)}`;
}

/** That of the mark that says which message a send became. */
export function sentKey(senderId: string, clientId: string): string {
  return `s:${senderId}:${clientId}`;
}

/** Whose a message is whose sender has deleted their account: nobody's. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
