import { graphemeLength } from '../../shared/graphemes.ts';

/** Counts the characters of a text as people see them, for resolvers, which cannot. */
export async function handler({ text }: { text: string }): Promise<{ graphemes: number }> {
  return { graphemes: graphemeLength(text) };
}
