/** The form in which handles are stored, as `normalizeHandle` of shared/handle.ts, within APPSYNC_JS. */
export function normalHandle(input: string): string {
  const text = input.trim().toLowerCase();
  return text.startsWith('@') ? text.slice(1) : text;
}
