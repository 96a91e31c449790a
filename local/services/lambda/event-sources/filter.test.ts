import { describe, expect, it } from 'vitest';
import { matchesPattern } from './filter.ts';

const record = {
  eventName: 'INSERT',
  dynamodb: { NewImage: { kind: { S: 'Order#1' }, total: { N: '12.5' } } },
};
const image = (inner: object): object => ({ dynamodb: { NewImage: inner } });

describe('filter patterns', () => {
  it.each([
    [{ eventName: ['INSERT', 'MODIFY'] }, true],
    [{ eventName: ['REMOVE'] }, false],
    [{ eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
    [{ eventName: ['INSERT'], ...image({ kind: { S: [{ prefix: 'Order#' }] } }) }, true],
    [image({ kind: { S: [{ suffix: '#2' }] } }), false],
    [image({ total: { N: [{ numeric: ['>', 10, '<=', 12.5] }] } }), true],
    [image({ gone: { S: [{ exists: false }] } }), true],
    [
      { $or: [{ eventName: ['REMOVE'] }, image({ kind: { S: [{ 'equals-ignore-case': 'order#1' }] } })] },
      true,
    ],
  ])('%j', (pattern, fits) => {
    expect(matchesPattern(pattern as never, record)).toBe(fits);
  });

  it('refuses comparisons that it does not know', () => {
    expect(() => matchesPattern({ eventName: [{ cidr: '10.0.0.0/8' }] }, record)).toThrow(/does not cover/);
  });
});
