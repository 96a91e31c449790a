import { ResolverError } from '../../evaluator.ts';

/** A piece of a DateTimeFormatter pattern: literal text, or a letter repeated. */
export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly letter: string; readonly count: number };

const cache = new Map<string, readonly PatternPart[]>();

/** Splits a pattern of Java's DateTimeFormatter. Optional sections (`[...]`) are taken as always present. */
export function parsePattern(pattern: string): readonly PatternPart[] {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const parts: PatternPart[] = [];
  for (let index = 0; index < pattern.length;) {
    const char = pattern.charAt(index);
    if (char === "'") {
      const quoted = /^'((?:[^']|'')*)'/.exec(pattern.slice(index));
      if (quoted === null) {
        throw new ResolverError(
          `Pattern ends with an incomplete string literal: ${pattern}`,
          'MappingTemplate',
        );
      }
      parts.push({ kind: 'literal', text: quoted[1] === '' ? "'" : (quoted[1] ?? '').replace(/''/g, "'") });
      index += quoted[0].length;
    } else if (/[A-Za-z]/.test(char)) {
      let end = index;
      while (pattern.charAt(end) === char) end++;
      parts.push({ kind: 'field', letter: char, count: end - index });
      index = end;
    } else {
      if (char !== '[' && char !== ']') parts.push({ kind: 'literal', text: char });
      index++;
    }
  }
  cache.set(pattern, parts);
  return parts;
}
