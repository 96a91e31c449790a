import { graphemeLength } from '../../../../shared/graphemes.ts';

/** Why this text can't be published; undefined when it can. */
export function reasonAgainst(text: string, limit: number): string | undefined {
  const length = graphemeLength(text.trim());
  if (length === 0) return 'Write something first.';
  if (length > limit) return `At most ${limit.toLocaleString('en')} characters: ${length - limit} too many.`;
  return undefined;
}
