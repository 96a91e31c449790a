import { describe, expect, test } from 'vitest';
import { testContext } from '../testing.ts';
import { createVtlEvaluator } from './index.ts';

/** What a template renders, seen as text through a JSON string. */
function text(template: string, context = testContext()): unknown {
  return createVtlEvaluator({ response: `${template}#return($out)` }).response(context).value;
}

function rendered(template: string, context = testContext()): unknown {
  return text(`#set($out = "")${template}`, context);
}

describe('references', () => {
  const context = testContext({ arguments: { title: 'T', list: ['a', 'b'], none: null, 'a b': 1 } });
  test.each([
    ['$ctx.args.title', 'T'],
    ['${ctx.args.title}x', 'Tx'],
    ['$context.arguments.title', 'T'],
    ['$ctx.args.missing', '$ctx.args.missing'],
    ['${ctx.args.missing}', '${ctx.args.missing}'],
    ['$!ctx.args.missing', ''],
    ['$!{ctx.args.missing}.', '.'],
    ['$ctx.args.none', '$ctx.args.none'],
    ['$ctx.args.list[1]', 'b'],
    ['$ctx.args.list[7]', '$ctx.args.list[7]'],
    ["$ctx.args.get('a b')", '1'],
    ['$ctx.args["a b"]', '1'],
    ['$ctx.args.list', '[a, b]'],
    ['$nothing.at.all("x")', '$nothing.at.all("x")'],
    ['#$ctx.args.title#', '#T#'],
    ['costs 5$', 'costs 5$'],
  ])('%s in a double-quoted string', (source, expected) => {
    expect(text(`#set($out = "${source.replaceAll('"', '\\"')}")`, context)).toBe(
      expected === '1' ? 1 : expected,
    );
  });

  test('single quotes keep references as they stand', () => {
    expect(text("#set($out = '$ctx.args.title')", context)).toBe('$ctx.args.title');
  });
});

describe('truth and comparison', () => {
  test.each([
    ['""', true],
    ['0', true],
    ['{}', true],
    ['false', false],
    ['null', false],
    ['$missing', false],
    ['!$missing', true],
    ['1 == 1.0', true],
    ['1 == "1"', true],
    ['$missing == null', true],
    ['{"a": [1]} == {"a": [1]}', true],
    ['"a" != "b"', true],
    ['2 > 1', true],
    ['"2" > 1', false],
    ['$missing < 1', false],
    ['true || true && false', true],
    ['false && false || true', true],
    ['(true || true) && false', false],
    ['not false and true', true],
  ])('#if(%s) is %s', (condition, expected) => {
    // The grammar takes no lists and maps inside conditions, so they go through variables.
    const sides = condition.split(' == ');
    const template = condition.startsWith('{')
      ? `#set($a = ${sides[0]})#set($b = ${sides[1] ?? sides[0]})#if(${sides.length > 1 ? '$a == $b' : '$a'})`
      : `#if(${condition})`;
    expect(text(`${template}#set($out = true)#else#set($out = false)#end`)).toBe(expected);
  });
});

describe('arithmetic', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 / 2', 3],
    ['7.5 / 2', 3.75],
    ['7 % 4', 3],
    ['1 / 0', null],
    ['$missing + 1', null],
    ['"a" + 1', 'a1'],
    ['-5 + 2', -3],
  ])('%s', (expression, expected) => {
    expect(text(`#set($out = ${expression})`)).toBe(expected);
  });
});

describe('directives', () => {
  test('#if, #elseif and #else choose one branch', () => {
    const template =
      '#set($out = "")#foreach($n in [1..4])#if($n == 1)#set($out = "${out}a")#elseif($n == 2)#set($out = "${out}b")#else#set($out = "${out}c")#end#end';
    expect(text(template)).toBe('abcc');
  });

  test('#foreach knows its place, goes over maps by value, and restores its variable', () => {
    const template =
      '#set($x = "kept")#foreach($x in ["p", "q"])#set($out = "$out$velocityCount$foreach.index$x")#if($foreach.hasNext())#set($out = "$out,")#end#end#set($out = "$out $x")';
    expect(rendered(template)).toBe('10p,21q kept');
    expect(rendered('#set($m = {"a": "x", "b": "y"})#foreach($v in $m)#set($out = "$out$v")#end')).toBe('xy');
  });

  test('#break leaves the innermost loop only', () => {
    const template =
      '#foreach($a in [1, 2])#foreach($b in [1, 2, 3])#if($b == 2)#break#end#set($out = "$out$a$b,")#end#end';
    expect(rendered(template)).toBe('11,21,');
  });

  test('a loop of more than 1,000 iterations fails', () => {
    expect(() => text('#foreach($n in [1..1001])#end')).toThrow(/1001 iterations/);
  });

  test('#set changes members of maps and lists, and does nothing through null', () => {
    const template =
      '#set($m = {"l": [1, 2]})#set($m.a = 1)#set($m["b c"] = 2)#set($m.l[0] = 9)#set($m.x.y = 1)#set($out = $m)';
    expect(text(template)).toEqual({ l: [9, 2], a: 1, 'b c': 2 });
  });

  test('#return ends the template with an object, JSON text or nothing, and asks to skip', () => {
    const evaluate = (template: string) => createVtlEvaluator({ request: template }).request(testContext());
    expect(evaluate('junk #return({"a": [1, null]}) more')).toMatchObject({
      value: { a: [1, null] },
      earlyReturn: { skipTo: 'NEXT' },
    });
    expect(evaluate('#return($util.toJson(null))').value).toBeNull();
    expect(evaluate('#if(true)#return#end').value).toBeNull();
    expect(evaluate('text\n#return').value).toBeNull();
    expect(evaluate('#return("plain")').value).toBe('plain');
  });

  test('comments and raw text', () => {
    const template = '## one\n#* two $x *#\n{"a": "#[[$raw #if]]#"}';
    expect(createVtlEvaluator({ response: template }).response(testContext()).value).toEqual({
      a: '$raw #if',
    });
  });

  test('keys of map literals are interpolated', () => {
    expect(text('#set($k = "id")#set($out = {"#$k": 1, "b": {"$k": 2}})')).toEqual({
      '#id': 1,
      b: { id: 2 },
    });
  });

  test('brackets right after references and directives are text', () => {
    const template =
      '#set($a = [1])$util.qr($a.add(2)){"a": $util.toJson($a), \n"b": [#if($a)[1],#end{"c": "$a{x}"}]}';
    expect(createVtlEvaluator({ response: template }).response(testContext()).value).toEqual({
      a: [1, 2],
      b: [[1], { c: '[1, 2]{x}' }],
    });
  });

  test('macros are a named error, and so is broken syntax', () => {
    expect(() => createVtlEvaluator({ request: '#macro(m $a)x#end' })).toThrow(/#macro/);
    expect(() => createVtlEvaluator({ request: '#if($a) no end' })).toThrow(
      /does not parse: a directive has no #end/,
    );
    expect(() => createVtlEvaluator({ request: '#set($a = )' })).toThrow(/does not parse/);
  });
});
