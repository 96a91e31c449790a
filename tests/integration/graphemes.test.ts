import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RdsData } from '../../local/services/rds-data/index.ts';
import { graphemeLength } from '../../shared/graphemes.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';

let test: TestCloud;
let database: pg.Client;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  const service = test.cloud.context.service<RdsData>('rds-data');
  database = new pg.Client({ connectionString: await service.connectionString(service.clusterArns()[0]!) });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await test?.[Symbol.asyncDispose]();
});

async function lengthsInSql(texts: readonly string[]): Promise<number[]> {
  const { rows } = await database.query<{ length: number }>(
    'select grapheme_length(text) as length from unnest($1::text[]) with ordinality as t (text, position) order by position',
    [texts],
  );
  return rows.map((row) => row.length);
}

const TRICKY: readonly [what: string, text: string, graphemes: number][] = [
  ['nothing', '', 0],
  ['plain text', 'hello', 5],
  ['a family', '👨‍👩‍👧‍👦', 1],
  ['skin tones', '👍🏽👍🏿', 2],
  ['flags', '🇩🇪🇫🇷🇯🇵', 3],
  ['half a flag', '🇩🇪🇫', 2],
  ['a keycap', '1️⃣', 1],
  ['the flag of Wales', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', 1],
  ['a combining accent', 'e\u0301', 1],
  ['Zalgo', 'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f', 1],
  ['Devanagari', 'क्षि', 1],
  ['Thai', 'กำ', 1],
  ['Hangul jamo', '\u1112\u1161\u11ab', 1],
  ['Arabic', 'السلام', 6],
  ['a line break of two', 'a\r\nb', 3],
  ['zero-width joiner alone', 'a\u200db', 2],
];

describe('grapheme_length in SQL and graphemeLength in the browser', () => {
  it.each(TRICKY)('count %s alike', async (_what, text, graphemes) => {
    expect(graphemeLength(text)).toBe(graphemes);
    expect(await lengthsInSql([text])).toEqual([graphemes]);
  });

  it('agree on random texts of every script', async () => {
    // Postgres stores no NUL. A block syllable that is closed by a final consonant, with a vowel behind it, is what no
    // language writes and the pattern leaves out (sql/tools/grapheme-pattern.ts).
    const char = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 1 })
      .filter((one) => !/[\0\u1160-\u11a7\ud7b0-\ud7c6]/.test(one));
    const text = fc.oneof(
      fc.array(char, { maxLength: 40 }).map((chars) => chars.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    const texts = fc.sample(
      text.filter((one) => !/[\0\u1160-\u11a7\ud7b0-\ud7c6]/.test(one)),
      { numRuns: 3000, seed: 42 },
    );
    const counted = await lengthsInSql(texts);
    const different = texts.filter((one, index) => graphemeLength(one) !== counted[index]);
    expect(different.map((one) => JSON.stringify(one))).toEqual([]);
  });

  it.each([
    ['spaces', '   \n\t'],
    ['zero-width spaces', '\u200b\u200b\ufeff'],
    ['a blank Braille cell', '\u2800'],
    ['Hangul fillers', '\u3164\u115f'],
  ])('take %s for blank', async (_what, text) => {
    const { rows } = await database.query('select is_blank($1) as blank', [text]);
    expect(rows).toEqual([{ blank: true }]);
  });

  it('do not take an emoji or a single letter for blank', async () => {
    const { rows } = await database.query("select is_blank('👍') or is_blank('.') as blank");
    expect(rows).toEqual([{ blank: false }]);
  });
});
