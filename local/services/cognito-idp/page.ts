/** One page of rows that are in the order of their keys. */
export function page<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  after: string,
  limit: number,
): { rows: Row[]; next?: string } {
  const from = after === '' ? 0 : rows.findIndex((row) => keyOf(row) > after);
  const rest = from === -1 ? [] : rows.slice(from);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rest.length > limit && last !== undefined ? keyOf(last) : undefined };
}
