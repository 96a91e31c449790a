import { graphemeLength } from '../../shared/graphemes.ts';
import { observed } from '../shared/observed.ts';

/** Counts the characters of a text as people see them, for resolvers, which cannot. */
export const handler = observed(async ({ text }: { text: string }): Promise<{ graphemes: number }> => {
  return { graphemes: graphemeLength(text) };
});
