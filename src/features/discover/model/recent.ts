const MAX = 6;

/** Recent searches, the latest first, each once whatever its capitals. */
export function withRecent(recent: readonly string[], text: string): string[] {
  const same = (other: string): boolean => other.toLowerCase() === text.toLowerCase();
  return [text, ...recent.filter((other) => !same(other))].slice(0, MAX);
}

export function isRecent(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
