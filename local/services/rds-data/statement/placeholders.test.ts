import { describe, expect, it } from 'vitest';
import { rewritePlaceholders } from './placeholders.ts';

describe('named parameters', () => {
  it.each([
    ['select :a, :b, :a', 'select $1, $2, $1', ['a', 'b']],
    ['select :a::uuid, b::text', 'select $1::uuid, b::text', ['a']],
    [`select ':a', 'it''s :a', "x:a", :b`, `select ':a', 'it''s :a', "x:a", $1`, ['b']],
    [String.raw`select E'\':a', :b`, String.raw`select E'\':a', $1`, ['b']],
    ['select 1 -- :a\n, :b', 'select 1 -- :a\n, $1', ['b']],
    ['select /* /* :a */ :b */ :c', 'select /* /* :a */ :b */ $1', ['c']],
    ['create function f() as $$ begin x := 1; return y::text; end $$', undefined, []],
    ["select $q$ ':a' $q$, :b", "select $q$ ':a' $q$, $1", ['b']],
    ['select a$b$c, :d', 'select a$b$c, $1', ['d']],
    ['select a[1:2]', 'select a[1$1]', ['2']],
  ])('%s', (sql, text, names) => {
    expect(rewritePlaceholders(sql)).toEqual({ text: text ?? sql, names });
  });

  it('refuses what AWS would corrupt', () => {
    expect(() => rewritePlaceholders('select $$a :b c$$')).toThrow(
      expect.objectContaining({ code: 'PlaceholderInDollarQuote' }),
    );
  });
});
