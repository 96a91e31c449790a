import { describe, expect, test } from 'vitest';
import { testContext } from '../testing.ts';
import { createVtlEvaluator } from './index.ts';

function value(setup: string, expression: string): unknown {
  // Wrapped in a list, since a returned text that is JSON would be taken for what it holds.
  const template = `${setup}#set($out = ${expression})#return([$out])`;
  return (createVtlEvaluator({ response: template }).response(testContext()).value as unknown[])[0];
}

describe('strings', () => {
  test.each([
    ['"a::b"', 'split("::")', ['a', 'b']],
    ['"a,b,,"', 'split(",")', ['a', 'b']],
    ['"a,b,c"', 'split(",", 2)', ['a', 'b,c']],
    ['"abc"', 'split("")', ['a', 'b', 'c']],
    ['"a.b"', 'split("[.]")', ['a', 'b']],
    ['"x AND "', 'replaceAll("AND $", "")', 'x '],
    ['"2021-03"', 'replaceAll("([0-9]+)-([0-9]+)", "$2/$1")', '03/2021'],
    ['"a.b.c"', 'replace(".", "-")', 'a-b-c'],
    ['"aXb"', 'toLowerCase()', 'axb'],
    ['"hello"', 'substring(1, 3)', 'el'],
    ['"hello"', 'length()', 5],
    ['"hello"', 'contains("ell")', true],
    ['"hello"', 'startsWith("he")', true],
    ['"hello"', 'indexOf("l")', 2],
    ['"hello"', 'matches("h.*")', true],
    ['"hello"', 'matches("ell")', false],
    ['"hello"', 'equals("hello")', true],
    ['"Hello"', 'equalsIgnoreCase("hELLO")', true],
    ['"b"', 'compareTo("a")', 1],
    ['" x "', 'trim()', 'x'],
    ['""', 'isEmpty()', true],
  ])('%s.%s', (source, call, expected) => {
    expect(value(`#set($s = ${source})`, `$s.${call}`)).toEqual(expected);
  });

  test('a bad range is an error of the template', () => {
    expect(() => value('#set($s = "abc")', '$s.substring(2, 9)')).toThrow(
      expect.objectContaining({ errorType: 'MappingTemplate' }),
    );
  });
});

describe('lists', () => {
  const list = '#set($l = ["a", "b", "a"])';
  test.each([
    ['$util.qr($l.add("c"))', '$l', ['a', 'b', 'a', 'c']],
    ['$util.qr($l.add(0, "c"))', '$l', ['c', 'a', 'b', 'a']],
    ['$util.qr($l.addAll(["x", "y"]))', '$l', ['a', 'b', 'a', 'x', 'y']],
    ['$util.qr($l.remove("a"))', '$l', ['b', 'a']],
    ['$util.qr($l.remove(1))', '$l', ['a', 'a']],
    ['$util.qr($l.removeAll(["a"]))', '$l', ['b']],
    ['$util.qr($l.retainAll(["a"]))', '$l', ['a', 'a']],
    ['$util.qr($l.set(1, "z"))', '$l', ['a', 'z', 'a']],
    ['$util.qr($l.clear())', '$l.isEmpty()', true],
    ['', '$l.contains("b")', true],
    ['', '$l.size()', 3],
    ['', '$l.get(1)', 'b'],
    ['', '$l.indexOf("b")', 1],
    ['', '$l.lastIndexOf("a")', 2],
    ['', '$l.subList(0, 2)', ['a', 'b']],
    ['', '$l.containsAll(["a", "b"])', true],
  ])('%s %s', (change, expression, expected) => {
    expect(value(list + change, expression)).toEqual(expected);
  });

  test('get outside the bounds is an error', () => {
    expect(() => value(list, '$l.get(3)')).toThrow(/Index 3 out of bounds for length 3/);
  });
});

describe('maps', () => {
  const map = '#set($m = {"a": 1, "b": null})';
  test.each([
    ['$util.qr($m.put("c", 3))', '$m', { a: 1, b: null, c: 3 }],
    ['$util.qr($m.putAll({"a": 9, "z": 0}))', '$m', { a: 9, b: null, z: 0 }],
    ['$util.qr($m.putAll($missing))', '$m', { a: 1, b: null }],
    ['$util.qr($m.putIfAbsent("b", 5))', '$m', { a: 1, b: 5 }],
    ['$util.qr($m.remove("a"))', '$m', { b: null }],
    ['$util.qr($m.clear())', '$m.isEmpty()', true],
    ['', '$m.get("a")', 1],
    ['', '$m.getOrDefault("x", 7)', 7],
    ['', '$m.containsKey("b")', true],
    ['', '$m.containsValue(1)', true],
    ['', '$m.keySet()', ['a', 'b']],
    ['', '$m.values()', [1, null]],
    ['', '$m.size()', 2],
    [
      '',
      '$m.entrySet()',
      [
        { key: 'a', value: 1 },
        { key: 'b', value: null },
      ],
    ],
    ['', '$m.toString()', '{a=1, b=null}'],
    ['', '$m.getClass()', null],
  ])('%s %s', (change, expression, expected) => {
    expect(value(map + change, expression)).toEqual(expected);
  });

  test('entries answer as beans too', () => {
    expect(
      value(`${map}#set($k = "")#foreach($e in $m.entrySet())#set($k = "$k$e.getKey()")#end`, '$k'),
    ).toBe('ab');
  });
});

test('numbers parse texts, as Java statics called on any number', () => {
  expect(value('#set($Integer = 0)', '$Integer.parseInt("42")')).toBe(42);
  expect(() => value('#set($Integer = 0)', '$Integer.parseInt("x")')).toThrow(/For input string: "x"/);
});

test('methods on null are ignored, their arguments still evaluated', () => {
  expect(value('#set($l = [])$util.qr($ctx.result.put("a", $l.add(1)))', '$l')).toEqual([1]);
});
