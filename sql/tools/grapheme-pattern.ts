/**
 * Derives the regular expression that matches one grapheme cluster (Unicode Standard Annex 29), in the syntax of
 * Postgres, from the classes that this machine's own `Intl.Segmenter` uses. So the database counts what the browser
 * counts. Prints the pattern; `sql/migrations/0001_graphemes.sql` holds what it printed with Node 24.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const segments = (text: string): number => [...segmenter.segment(text)].length;

const KA = '\u0915';
const VIRAMA = '\u094D';
const HEART = '\u2764';
const ZWJ = '\u200D';

type Test = (char: string) => boolean;
const isExtend: Test = (c) => segments(`a${c}`) === 1;
const isControl: Test = (c) => segments(`${c}\u0301`) === 2;
const isPrepend: Test = (c) => !isExtend(c) && segments(`${c}a`) === 1;
const isPictographic: Test = (c) => segments(`${HEART}${ZWJ}${c}`) === 1 && segments(`a${ZWJ}${c}`) === 2;
const isConsonant: Test = (c) => !isExtend(c) && segments(`${KA}${VIRAMA}${c}`) === 1;
const isLinker: Test = (c) => isExtend(c) && segments(`${KA}${c}${KA}`) === 1;
const isConjunctExtend: Test = (c) => isExtend(c) && segments(`${KA}${VIRAMA}${c}${KA}`) === 1;

function escape(codePoint: number): string {
  const hex = codePoint.toString(16).toUpperCase();
  return codePoint > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

function classOf(test: Test, from = 0): string {
  let ranges = '';
  let start = -1;
  for (let codePoint = from; codePoint <= 0x110000; codePoint += 1) {
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    const inside = codePoint < 0x110000 && !isSurrogate && test(String.fromCodePoint(codePoint));
    if (inside && start < 0) start = codePoint;
    if (!inside && start >= 0) {
      ranges += start === codePoint - 1 ? escape(start) : `${escape(start)}-${escape(codePoint - 1)}`;
      start = -1;
    }
  }
  return ranges;
}

const extend = classOf(isExtend, 0x80);
const control = classOf(isControl, 1);
const prepend = classOf(isPrepend, 0x80);
const pictographic = classOf(isPictographic, 0x80);
const consonant = classOf(isConsonant, 0x80);
const linker = classOf(isLinker, 0x80);
const conjunctExtend = classOf(isConjunctExtend, 0x80);

// Hangul: GB6-GB8. A block syllable is taken as open to a following V whether it is LV or LVT; the two differ only in
// sequences that no language writes, and the class of the 399 LV syllables would double the pattern.
const L = '\\u1100-\\u115F\\uA960-\\uA97C';
const V = '\\u1160-\\u11A7\\uD7B0-\\uD7C6';
const T = '\\u11A8-\\u11FF\\uD7CB-\\uD7FB';
const RI = '\\U0001F1E6-\\U0001F1FF';

const hangul = `[${L}]*(?:[\\uAC00-\\uD7A3][${V}]*|[${V}]+)[${T}]*|[${L}]+|[${T}]+`;
const emoji = `[${pictographic}](?:[${extend}]*\\u200D[${pictographic}])*`;
const conjunct = `[${consonant}](?:[${conjunctExtend}]*[${linker}][${conjunctExtend}${linker}]*[${consonant}])*`;
const core = `[${RI}][${RI}]|${emoji}|${conjunct}|${hangul}|[^${control}]`;

export const graphemePattern = `\\r\\n|[${control}]|[${prepend}]*(?:${core})[${extend}]*|[${prepend}]+[${extend}]*`;

if (process.argv[1] === import.meta.filename) console.log(graphemePattern);
