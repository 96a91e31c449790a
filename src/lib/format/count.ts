const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** A number where there is little room: «999», «1.2K», «3M»; nothing for 0. */
export function shortCount(value: number): string {
  return value === 0 ? '' : compact.format(value);
}

/** A number with what it counts, in words: «1 like», «2 likes». */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${value.toLocaleString('en')} ${value === 1 ? one : many}`;
}
