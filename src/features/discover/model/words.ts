/** What of a search is looked for in a text: its words, without what holds no letter or digit. */
export function wordsOf(query: string): string[] {
  return [...new Set(query.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [])];
}

/** Where words of a text begin with one of these: start and end of each, in order. */
export function placesOf(text: string, words: readonly string[]): [start: number, end: number][] {
  const places: [number, number][] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    const found = match[0].toLowerCase();
    const fitting = words.filter((word) => found.startsWith(word));
    const longest = Math.max(0, ...fitting.map((word) => word.length));
    // Lower case may be longer than what it stands for; then the whole word is meant.
    if (longest > 0) places.push([match.index, match.index + Math.min(longest, match[0].length)]);
  }
  return places;
}
