import { describe, expect, test } from 'vitest';
import * as rds from './index.ts';

const pg = (statement: unknown): string => rds.createPgStatement(statement).statements[0] ?? '';

describe('requests', () => {
  test('a tagged template binds its values; both statements share the numbers', () => {
    const id = rds.typeHint.UUID?.('u-1');
    expect(
      rds.createPgStatement(
        rds.sql`insert into t values (${id}, ${'x'})`,
        rds.sql`select * from t where id = ${7}`,
      ),
    ).toEqual({
      statements: ['insert into t values (:P0, :P1)', 'select * from t where id = :P2'],
      variableMap: { ':P0': 'u-1', ':P1': 'x', ':P2': 7 },
      variableTypeHintMap: { ':P0': 'UUID' },
    });
    expect(pg('select 1')).toBe('select 1');
  });

  test('each dialect quotes in its own way, part by part', () => {
    const statement = rds.select({
      table: 's.t',
      columns: ['id', 't.name', '*'],
      where: { id: { eq: 1 } },
      limit: '5',
    });
    expect(rds.createPgStatement(statement)).toEqual({
      statements: ['SELECT "id", "t"."name", * FROM "s"."t" WHERE "id" = :P0 LIMIT :P1'],
      variableMap: { ':P0': 1, ':P1': 5 },
      variableTypeHintMap: {},
    });
    expect(rds.createMySQLStatement(statement).statements).toEqual([
      'SELECT `id`, `t`.`name`, * FROM `s`.`t` WHERE `id` = :P0 LIMIT :P1',
    ]);
    expect(pg(rds.select({ table: 'a"b' }))).toBe('SELECT * FROM "a""b"');
  });

  test('select, insert, update and remove', () => {
    expect(
      pg(
        rds.select({
          from: 't',
          orderBy: [{ column: 'a' }, { column: 'b', dir: 'desc' }],
          limit: 0,
          offset: 0,
        }),
      ),
    ).toBe('SELECT * FROM "t" ORDER BY "a" ASC, "b" DESC LIMIT :P0 OFFSET :P1');
    expect(
      rds.createPgStatement(rds.insert({ table: 't', values: { a: 1, b: null, c: false }, returning: '*' })),
    ).toEqual({
      statements: ['INSERT INTO "t" ("a", "b", "c") VALUES (:P0, NULL, :P1) RETURNING *'],
      variableMap: { ':P0': 1, ':P1': false },
      variableTypeHintMap: {},
    });
    expect(
      pg(rds.update({ table: { alias: 't' }, values: { a: 1 }, where: { id: { eq: 2 } }, returning: ['a'] })),
    ).toBe('UPDATE "t" as "alias" SET "a" = :P0 WHERE "id" = :P1 RETURNING "a"');
    expect(pg(rds.remove({ table: 't', where: rds.sql`id = ${1} or true` }))).toBe(
      'DELETE FROM "t" WHERE id = :P0 or true',
    );
  });
});

describe('conditions', () => {
  test.each([
    [{ a: { between: [1, 2] } }, '"a" BETWEEN :P0 AND :P1'],
    [{ a: { contains: 'x' } }, '"a" LIKE :P0'],
    [{ a: { notContains: 'x' } }, '"a" NOT LIKE :P0'],
    [{ a: { beginsWith: 'x' } }, '"a" LIKE :P0'],
    [{ a: { attributeExists: true } }, '"a" IS NOT NULL'],
    [{ a: { size: { gt: 1, le: null } } }, 'LENGTH ("a") > :P0 AND LENGTH ("a") <= NULL'],
    [{ a: { ge: 1, lt: 5 } }, '"a" >= :P0 AND "a" < :P1'],
    [{ or: [{ a: { eq: 1 } }, { b: { gt: 2 } }] }, '("a" = :P0) OR ("b" > :P1)'],
    [
      { a: { eq: 0 }, or: [{ b: { eq: 1 } }, { or: [{ c: { eq: 2 } }, { d: { eq: 3 } }] }] },
      '"a" = :P0 AND ("b" = :P1) OR (("c" = :P2) OR ("d" = :P3))',
    ],
  ])('%o', (where, text) => {
    expect(pg(rds.select({ table: 't', where }))).toBe(`SELECT * FROM "t" WHERE ${text}`);
  });

  test('wildcards are in the bound value', () => {
    const { variableMap } = rds.createPgStatement(
      rds.select({ table: 't', where: { a: { contains: 'x', beginsWith: 'y', notContains: 'z' } } }),
    );
    expect(variableMap).toEqual({ ':P0': '%x%', ':P1': 'y%', ':P2': 'z' });
  });

  test.each([[{}], [{ and: [] }], [{ a: {} }], [null]])('%o says nothing', (where) => {
    expect(pg(rds.select({ table: 't', where }))).toBe('SELECT * FROM "t"');
  });
});

test.each([
  [() => rds.select(), 'An argument is expected to be passed to select'],
  [() => rds.insert([]), 'Expected payload to be an Object.'],
  [() => pg(rds.select({})), "'table' or 'from' key is required."],
  [() => pg(rds.select({ table: 'a', from: 'b' })), "'from' and 'table' keys cannot be used together"],
  [() => pg(rds.select({ table: 't', columns: 'a' })), 'Expected column to be * or an array.'],
  [() => pg(rds.select({ table: 't', where: { a: { in: [1] } } })), 'Unsupported condition a.in.'],
  [() => pg(rds.select({ table: 't', where: { a: { eq: null } } })), "Value for a.eq can't be null."],
  [() => pg(rds.select({ table: 't', where: { a: 1 } })), 'Expected condition to be an Object.'],
  [
    () => pg(rds.select({ table: 't', orderBy: [{ column: 'a', dir: '; drop' }] })),
    'orderBy dir can have either ASC or DESC found ; drop.',
  ],
  [() => pg(rds.select({ table: 't', limit: 'x' })), 'limit expects a number.'],
  [() => pg(rds.insert({ table: 't' })), 'values are expected to be passed to insert'],
  [() => rds.createPgStatement(), 'An argument is expected to be passed to createPgStatement'],
  [() => rds.createPgStatement(7), 'Unsupported type is passed as argument to createPgStatement'],
  [
    () => rds.createMySQLStatement(rds.remove({ table: 't', returning: '*' })),
    'returning is not supported in MySQL.',
  ],
])('refused input %#', (call, message) => {
  expect(call).toThrow(message);
});

test.each([
  [() => pg(rds.select({ table: 't', join: [] }))],
  [() => pg(rds.select({ table: 't', groupBy: ['a'] }))],
  [() => pg(rds.select({ from: rds.sql`select 1` }))],
  [() => rds.agg.max?.()],
])('what is not covered says so %#', (call) => {
  expect(call).toThrow(/The local cloud does not cover/);
});

describe('toJsonObject', () => {
  const answer = {
    sqlStatementResults: [
      { numberOfRecordsUpdated: 1, generatedFields: [] },
      {
        records: [
          [{ longValue: 1 }, { stringValue: 'x' }, { isNull: true }, { arrayValue: { stringValues: ['a'] } }],
          [
            { longValue: 2 },
            { booleanValue: false },
            { doubleValue: 0.5 },
            { arrayValue: { arrayValues: [{ longValues: [1] }] } },
          ],
        ],
        columnMetadata: [{ name: 'id' }, { name: 'n', label: 'label' }, { name: 'opt' }, { name: 'tags' }],
      },
    ],
  };
  const expected = [
    [{}],
    [
      { id: 1, label: 'x', tags: ['a'] },
      { id: 2, label: false, opt: 0.5, tags: [[1]] },
    ],
  ];
  test('takes the answer as text or as object', () => {
    expect(rds.toJsonObject(answer)).toEqual(expected);
    expect(rds.toJsonObject(JSON.stringify(answer))).toEqual(expected);
  });
  test('refuses anything else', () => {
    expect(() => rds.toJsonObject({})).toThrow(/sqlStatementResults/);
  });
});
