import { expect, test } from 'vitest';
import { makeActivity } from './testing.ts';
import { replyTree, withLoaded, withReply, type ReplyNode, type ThreadData } from './thread.ts';
import type { Activity } from './types.ts';

const START = Date.UTC(2026, 0, 1);
/** A reply that came so many seconds after the beginning. */
const reply = (id: string, parentId: string, seconds: number): Activity =>
  makeActivity(id, { parentId, threadId: 'root', createdAt: new Date(START + seconds * 1000).toISOString() });
const outline = (nodes: readonly ReplyNode[]): unknown[] =>
  nodes.map(({ activity, children }) =>
    children.length > 0 ? [activity.id, outline(children)] : activity.id,
  );
const thread = (replies: Activity[], more: ThreadData['more'] = {}): ThreadData => ({
  focused: makeActivity('root'),
  ancestors: [],
  replies,
  more,
});

test('oldest first at each level, whatever order they came in', () => {
  const replies = [
    reply('b', 'root', 2),
    reply('a2', 'a', 9),
    reply('a', 'root', 1),
    reply('b1', 'b', 3),
    reply('a1', 'a', 8),
  ];
  expect(outline(replyTree('root', replies, 3))).toEqual([
    ['a', ['a1', 'a2']],
    ['b', ['b1']],
  ]);
});

test('of one moment, the smaller id comes first, as in the API', () => {
  expect(outline(replyTree('root', [reply('y', 'root', 1), reply('x', 'root', 1)], 3))).toEqual(['x', 'y']);
});

test('what lies deeper than asked for is left out', () => {
  const replies = [reply('a', 'root', 1), reply('b', 'a', 2), reply('c', 'b', 3), reply('d', 'c', 4)];
  expect(outline(replyTree('root', replies, 3))).toEqual([['a', [['b', ['c']]]]]);
});

test('a reply to something that is not there stays away', () => {
  expect(outline(replyTree('root', [reply('x', 'elsewhere', 1)], 3))).toEqual([]);
  const before = thread([reply('a', 'root', 1)]);
  expect(withReply(before, reply('x', 'elsewhere', 2))).toBe(before);
});

test('a new reply is there once', () => {
  const once = withReply(thread([]), reply('a', 'root', 1));
  expect(outline(replyTree('root', once.replies, 3))).toEqual(['a']);
  expect(withReply(once, reply('a', 'root', 1))).toBe(once);
  expect(withReply(once, reply('b', 'a', 2)).replies).toHaveLength(2);
});

test('loading more of one branch leaves the others their cursors', () => {
  const before = thread([reply('a', 'root', 1)], { root: 'after a', a: null });
  const loaded = thread([reply('a', 'root', 1), reply('a1', 'a', 2)], { a1: 'deeper' });
  const after = withLoaded(before, 'a', loaded);
  expect(after.replies.map(({ id }) => id)).toEqual(['a', 'a1']);
  expect(after.more).toEqual({ root: 'after a', a1: 'deeper' });
});
