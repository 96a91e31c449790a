import { describe, expect, test } from 'vitest';
import { testContext } from '../testing.ts';
import { MAX_CODE_BYTES } from './compile.ts';
import { createJsEvaluator } from './index.ts';

const handler = (body: string): string => `export function request(ctx) { ${body} }`;
const evaluate = (body: string): unknown => createJsEvaluator(handler(body)).request(testContext()).value;

describe('what APPSYNC_JS lacks is refused at creation', () => {
  test.each([
    ['while (true) {}', /while loops/],
    ['do {} while (true)', /do-while/],
    ['for (let i = 0; i < 3; i += 1) {}', /for is not supported/],
    ['try { f() } catch (e) {}', /try\/catch/],
    ["throw new Error('x')", /`throw`/],
    ['const f = async () => 1;', /Async/],
    ['class A {}', /Classes/],
    ['function* g() {}', /Generators/],
    ['return this', /`this`/],
    ['return /a+/', /Regex/],
    ['let a = 1; a++;', /\+\+/],
    ['return ~1', /~/],
    ["return 'a' in ctx", /in operator/],
    ['return ctx instanceof Object', /instanceof/],
    ['for (const a of []) { continue; }', /continue/],
    ['Array.prototype.x = 1', /prototype/],
    ["return import('x')", /Dynamic imports/],
    ['return `${(() => { while (true) {} })()}`', /while loops/],
  ])('%s', (body, message) => {
    expect(() => createJsEvaluator(handler(body))).toThrow(
      expect.objectContaining({ code: 'BadRequestException', message: expect.stringMatching(message) }),
    );
  });

  test('the error names the place', () => {
    expect(() => createJsEvaluator('const a = 1;\n\n  while (a) {}')).toThrow(/code\.js\(3,3\): while loops/);
    expect(() => createJsEvaluator('export function request() {\n  return (;\n}')).toThrow(
      /code\.js\(2,1\): SyntaxError/,
    );
  });

  test('so is code over 32 KB, counted in bytes', () => {
    const filler = 'é'.repeat((MAX_CODE_BYTES - 40) / 2);
    expect(() => createJsEvaluator(`// ${filler}\n${handler('')}`)).not.toThrow();
    expect(() => createJsEvaluator(`// ${filler}é\n${handler('return 1;        ')}`)).toThrow(
      /Member must have length less than or equal to 32768/,
    );
  });
});

describe('what it has works', () => {
  test.each([
    ['return [1, 2, 3].map((n) => n * 2).filter((n) => n > 2).reduce((a, b) => a + b, 0)', 10],
    ['const { a, ...rest } = { a: 1, b: 2 }; return { ...rest, c: rest?.x?.y ?? a }', { b: 2, c: 1 }],
    ['let out = ""; for (const key in { a: 1, b: 2 }) { out += key; } return out', 'ab'],
    [
      'const out = []; for (const [k, v] of Object.entries({ a: 1 })) { if (v) { break; } out.push(k); } return out',
      [],
    ],
    ['const out = []; for (const c of `a${[1, 2].length}b`) out.push(c); return out', ['a', '2', 'b']],
    [
      'return JSON.parse(JSON.stringify({ of: 1, in: 2, while: 3, try: [4] }))',
      { of: 1, in: 2, while: 3, try: [4] },
    ],
    ['const o = { do: () => 1 }; return o.do() / 2 / 1', 0.5],
    ['return "a while b // not a comment".split("/").length', 3],
    ['return Math.max(parseInt("7", 10), Number("3"))', 7],
    ['switch (1) { case 1: return "one"; default: return "none"; }', 'one'],
    ['return Object.hasOwn({ a: 1 }, "a") && Array.isArray(ctx.info.selectionSetList)', true],
    ['const o = {}; o.toString = 1; o["constructor"] = 2; return o', { toString: 1, constructor: 2 }],
  ])('%s', (body, expected) => {
    expect(evaluate(body)).toEqual(expected);
  });

  test('nested for-of loops in template literals and callbacks', () => {
    const body =
      'const rows = [[1, 2], [3]]; const out = []; for (const row of rows) { for (const n of row.map((x) => { return x; })) { out.push(`${n}${(() => { let s = 0; for (const y of row) s += y; return s; })()}`); } } return out;';
    expect(evaluate(body)).toEqual(['13', '23', '33']);
  });
});

describe('the sandbox', () => {
  test.each([
    'Date',
    'Promise',
    'Map',
    'Set',
    'Symbol',
    'Proxy',
    'Reflect',
    'RegExp',
    'eval',
    'Function',
    'globalThis',
  ])('%s is not defined', (name) => {
    expect(() => evaluate(`return ${name}.name`)).toThrow(`ReferenceError: ${name} is not defined`);
  });
  test.each(['process', 'require', 'fetch', 'setTimeout', 'Buffer', 'queueMicrotask', 'WebAssembly'])(
    '%s is not defined either',
    (name) => {
      expect(evaluate(`return typeof ${name}`)).toBe('undefined');
    },
  );

  test('handlers change neither the built-ins nor the utilities that all share', () => {
    for (const body of [
      'Math.max = 1',
      'JSON.x = 1',
      'util.error = 1',
      'util.time.nowISO8601 = 1',
      'newGlobal = 1',
    ]) {
      expect(() => evaluate(`${body}; return 1`), body).toThrow(
        expect.objectContaining({ errorType: 'Code' }),
      );
    }
    expect(() => evaluate("const key = '__proto__'; ({})[key].polluted = 1; return 1")).toThrow(
      /not extensible/,
    );
    expect(evaluate('return {}.polluted ?? null')).toBeNull();
  });

  test('utilities that @aws-appsync/utils does not declare are missing, as on AppSync', () => {
    expect(evaluate('return [typeof util.isNull, typeof util.toJson, typeof util.autoId]')).toEqual([
      'undefined',
      'undefined',
      'function',
    ]);
  });
});
