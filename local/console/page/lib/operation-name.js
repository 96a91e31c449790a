/** What to call a GraphQL request: its operation, or the name in its query when it was refused before it had one. */
export function operationName({ operation, query }) {
  if (operation) return operation;
  return query.match(/\b(?:query|mutation|subscription)\s+(\w+)/)?.[1] ?? 'Unnamed operation';
}
