import { describe, expect, it } from 'vitest';
import { splitStatements } from './split-statements.ts';

describe('splitStatements', () => {
  it('splits at semicolons and drops comments that stand alone', () => {
    expect(splitStatements('select 1;\n-- a; comment\n;select 2 -- end;\n;/* x; */')).toEqual([
      'select 1',
      'select 2 -- end;',
    ]);
  });

  it.each([
    ['a literal', "insert into t values ('a;b''c;')"],
    ['an escape literal', String.raw`select E'it\'s;'`],
    ['a quoted name', 'select 1 as "a;b"'],
    ['a nested comment', 'select /* a; /* b; */ c; */ 1'],
    [
      'a dollar-quoted body',
      'create function f() returns int language plpgsql as $$ begin return 1; end; $$',
    ],
    ['a tagged body', "do $x$ begin perform '$$;'; end; $x$"],
    [
      'an atomic body',
      'create function f() returns int begin atomic select 1; select case when true then 1 end; end',
    ],
  ])('keeps %s whole', (_name, statement) => {
    expect(splitStatements(`${statement};\nselect 2;`)).toEqual([statement, 'select 2']);
  });

  it('does not take a parameter for a dollar quote', () => {
    expect(splitStatements('select $1; select $2')).toEqual(['select $1', 'select $2']);
  });

  it('names the line of what does not end', () => {
    expect(() => splitStatements("select 1;\nselect 'a")).toThrow('line 2');
  });
});
