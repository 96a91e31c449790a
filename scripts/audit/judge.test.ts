import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { advisoriesOf, judge, type Advisory, type Exception } from './judge.ts';

const advisory = (id: string, severity = 'high'): Advisory => ({
  id,
  severity,
  package: 'left',
  title: 'too much padding',
  url: `https://github.com/advisories/${id}`,
});
const exception = (id: string, until = '2027-01-01'): Exception => ({
  advisory: id,
  until,
  reason: 'It runs at build time alone, on our own files.',
});
const TODAY = '2026-12-01';

describe('npm audit', () => {
  it('is read once for each advisory', () => {
    const { id: _id, package: name, ...rest } = advisory('GHSA-a');
    const via = { name, ...rest };
    expect(
      advisoriesOf({ vulnerabilities: { left: { via: [via] }, right: { via: ['left', via] } } }),
    ).toEqual([advisory('GHSA-a')]);
  });

  it('without an answer is an error, not a clean bill', () => {
    expect(() => advisoriesOf({ message: '405 Method Not Allowed' })).toThrow('405 Method Not Allowed');
    expect(() => advisoriesOf({})).toThrow('npm audit gave no answer');
  });

  it.each<[string, Advisory[], Exception[], RegExp | undefined]>([
    ['nothing', [], [], undefined],
    ['something slight', [advisory('GHSA-a', 'moderate')], [], undefined],
    ['something grave', [advisory('GHSA-a')], [], /^high: left, too much padding/],
    ['something grave that is accepted', [advisory('GHSA-a')], [exception('GHSA-a')], undefined],
    [
      'an exception that ended',
      [advisory('GHSA-a')],
      [exception('GHSA-a', '2026-11-30')],
      /ended on 2026-11-30/,
    ],
    ['an exception for nothing', [], [exception('GHSA-a')], /no longer reported/],
    ['no reason', [advisory('GHSA-a')], [{ ...exception('GHSA-a'), reason: 'later' }], /without a reason/],
  ])('with %s', (_what, advisories, exceptions, problem) => {
    const { problems } = judge(advisories, exceptions, TODAY);
    if (problem) expect(problems.join('\n')).toMatch(problem);
    else expect(problems).toEqual([]);
  });

  it('has exceptions that can be read', () => {
    const file = join(import.meta.dirname, '../../audit-exceptions.json');
    const exceptions = JSON.parse(readFileSync(file, 'utf8')) as Exception[];
    for (const one of exceptions) {
      expect(one).toEqual({
        advisory: expect.stringMatching(/^GHSA-/),
        reason: expect.any(String),
        until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      });
    }
  });
});
