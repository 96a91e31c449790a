/** What Java's `toString` writes for plain data: `{a=1, b=[x, y]}`, not JSON. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(toText).join(', ')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const members = Object.entries(value).map(([key, member]) => `${key}=${toText(member)}`);
    return `{${members.join(', ')}}`;
  }
  return String(value);
}
