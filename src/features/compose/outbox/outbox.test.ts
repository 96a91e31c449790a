import { expect, test } from 'vitest';
import { makeQuoted } from '../../../lib/data/testing.ts';
import { added, changed, removed, resumed, type OutboxEntry } from './outbox.ts';

const NOW = 1_000_000_000;
const entry: OutboxEntry = {
  clientId: 'one',
  message: 'Hello',
  expiresIn: 'ONE_DAY',
  at: NOW,
  state: 'sending',
};

test('the newest is on top, and an entry is there once', () => {
  const two = { ...entry, clientId: 'two' };
  const outbox = added(added(added([], entry), two), entry);
  expect(outbox.map(({ clientId }) => clientId)).toEqual(['one', 'two']);
});

test('failing and trying again keep the client id, so that the API posts it once', () => {
  const failed = changed([entry], 'one', { state: 'failed', problem: 'Network' });
  expect(failed).toEqual([{ ...entry, state: 'failed', problem: 'Network' }]);
  expect(removed(failed, 'one')).toEqual([]);
  expect(removed(failed, 'two')).toEqual(failed);
});

test('what was being sent when the page died is sent on with the same client id', () => {
  expect(resumed(entry, NOW + 60_000)).toEqual(entry);
});

test('what was being sent long ago waits for its author', () => {
  expect(resumed(entry, NOW + 11 * 60_000)).toEqual({ ...entry, state: 'failed', problem: 'Network' });
});

test('what failed stays failed, with its reason', () => {
  const failed: OutboxEntry = { ...entry, state: 'failed', problem: 'MessageTooLong' };
  expect(resumed(failed, NOW)).toEqual(failed);
});

test.each([undefined, null, 'x', {}, { ...entry, expiresIn: 'FOREVER' }, { ...entry, at: 'now' }])(
  'garbage is no entry: %o',
  (stored) => expect(resumed(stored, NOW)).toBeUndefined(),
);

test('a reply and a quote come back as what they are, or not at all', () => {
  const parent = { id: 'p', threadId: 't', handle: 'ada', expiresAt: '2030-01-01T00:00:00.000Z' };
  expect(resumed({ ...entry, parent }, NOW)).toEqual({ ...entry, parent });
  expect(resumed({ ...entry, quote: makeQuoted('q') }, NOW)?.quote?.id).toBe('q');
  expect(resumed({ ...entry, parent: {} }, NOW)).toBeUndefined();
});
