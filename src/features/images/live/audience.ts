/** What one subscription takes (amplify/data/resolvers/images/on-profile-image-changed.ts). */
export const MOST_PEOPLE = 20;

/**
 * Of whom to hear next: whoever is on the screen, oneself first, filled up with those who were, since people scroll back.
 * The very same array when it already holds everybody on the screen: then there is nothing to do.
 */
export function audience(
  before: readonly string[],
  onScreen: readonly string[],
  self: string,
): readonly string[] {
  const wanted = [...new Set([self, ...onScreen])].slice(0, MOST_PEOPLE);
  if (wanted.every((id) => before.includes(id))) return before;
  return [...new Set([...wanted, ...before])].slice(0, MOST_PEOPLE);
}
