/**
 * Prints the characters of words and hashtags (letters, marks, digits and the underscore of every script) as the inside
 * of a bracket expression in the syntax of Postgres, whose own classes depend on the locale of the machine.
 * `sql/migrations/0009_text.sql` holds what this printed with Node 24; `shared/facets.ts` uses the same rule.
 */
const WORD = /^[\p{L}\p{M}\p{N}_]$/u;
/** Between two word characters of a script it doesn't matter what isn't assigned yet; so there are fewer ranges. */
const UNASSIGNED = /^\p{Cn}$/u;
/** Marks that make emoji of other characters: variation selectors and enclosing marks (a keycap is no hashtag). */
const isOfEmoji = (code: number): boolean =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x20d0 && code <= 0x20ff) || code >= 0xe0000;

function escape(code: number): string {
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

const ranges: [from: number, to: number][] = [];
let bridge = false;
for (let code = 1; code < 0x110000; code += 1) {
  const char = String.fromCodePoint(code);
  const last = ranges.at(-1);
  if (WORD.test(char) && !isOfEmoji(code)) {
    if (last && bridge) last[1] = code;
    else ranges.push([code, code]);
    bridge = true;
  } else if (!UNASSIGNED.test(char) || isOfEmoji(code)) {
    bridge = false;
  }
}
console.log(
  ranges.map(([from, to]) => (from === to ? escape(from) : `${escape(from)}-${escape(to)}`)).join(''),
);
