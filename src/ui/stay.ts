/** The state of a link that changes a part of the page: the reader stays where they are. */
export const STAY = { stay: true };

/** Whether a history entry was made by such a link. */
export function stays(state: unknown): boolean {
  return (state as { stay?: boolean } | null)?.stay === true;
}
