const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Counts characters as people see them (grapheme clusters, UAX #29). The database's `grapheme_length` agrees. */
export function graphemeLength(text: string): number {
  let length = 0;
  for (const _ of segmenter.segment(text)) length += 1;
  return length;
}
