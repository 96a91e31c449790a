/** The first letters of the first and the last word, as people see letters; «·» when there is nothing to show. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const letters = chosen.map(
    (word) => segmenter.segment(word)[Symbol.iterator]().next().value?.segment ?? '',
  );
  return letters.join('').toLocaleUpperCase() || '·';
}

/** A hue from 0 to 359 that follows from the text (FNV-1a). */
export function hueOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % 360;
}
