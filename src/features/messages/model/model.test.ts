import { describe, expect, it } from 'vitest';
import { enqueue } from '../sync/outbox.ts';
import type { DirectMessage } from '../sync/types.ts';
import { explainProblem, explainUnsent } from './explain-problem.ts';
import { AppError } from '../../../lib/errors/app-error.ts';
import { DELETED, listNames, nameOf, titleOf, UNAVAILABLE, type Known } from './names.ts';
import { fateOf } from './receipts.ts';
import { rowsOf, type Row } from './rows.ts';
import { clockTime, dayName, shortWhen } from './times.ts';
import type { Conversation } from './types.ts';

const noon = new Date(2026, 10, 26, 12).getTime();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function message(seq: number, senderId: string, at: number): DirectMessage {
  const nothing = { editedAt: null, deletedAt: null };
  const createdAt = new Date(at).toISOString();
  return { conversationId: 'c', seq, senderId, clientId: `c${seq}`, text: `m${seq}`, createdAt, ...nothing };
}

function told(rows: Row[]): string[] {
  return rows.map((row) => {
    if (row.kind !== 'message') return row.kind;
    const { first, last } = row.place;
    return `${row.message.seq}${first ? '<' : ''}${last ? '>' : ''}`;
  });
}

describe('rows', () => {
  const given = { unsent: [], readUpTo: 0, me: 'me' };

  it('stand in the order of their numbers, by day and author, however wrong a clock was', () => {
    const messages = [
      message(1, 'ada', noon),
      message(2, 'ada', noon + MINUTE),
      message(3, 'me', noon + 2 * MINUTE),
      message(4, 'me', noon + 20 * MINUTE),
      message(5, 'me', noon - DAY),
      message(6, 'me', noon - DAY + MINUTE),
    ];
    expect(told(rowsOf({ ...given, messages }))).toEqual([
      'day',
      '1<',
      '2>',
      '3<>',
      '4<>',
      'day',
      '5<',
      '6>',
    ]);
  });

  it('have one mark before the first unread message of somebody else', () => {
    const messages = [
      message(1, 'ada', noon),
      message(2, 'me', noon),
      message(3, 'ada', noon),
      message(4, 'ada', noon),
    ];
    expect(told(rowsOf({ ...given, messages, readUpTo: 1 }))).toEqual([
      'day',
      '1<>',
      '2<>',
      'unread',
      '3<',
      '4>',
    ]);
    expect(told(rowsOf({ ...given, messages, readUpTo: 4 }))).not.toContain('unread');
  });

  it('end with what is on its way, under the key that it keeps once it is stored', () => {
    const unsent = enqueue([], 'c', 'c2', 'm2');
    const pending = rowsOf({ ...given, messages: [message(1, 'me', noon)], unsent });
    const stored = rowsOf({ ...given, messages: [message(1, 'me', noon), message(2, 'me', noon)] });
    expect(pending.at(-1)).toMatchObject({ kind: 'unsent', key: stored.at(-1)!.key });
  });
});

describe('names', () => {
  const people = new Map<string, Known>([
    ['ada', { id: 'ada', handle: 'ada', displayName: 'Ada', avatar: null, blockedByMe: false }],
    ['gone', null],
  ]);
  const person = (id: string) => people.get(id);
  const of = (kind: Conversation['kind'], memberIds: string[], title: string | null = null) =>
    titleOf({ kind, memberIds, title } as Conversation, 'me', person);

  it('say who is there, who is not, and who is still being asked for', () => {
    expect(of('DIRECT', ['me', 'ada'])).toBe('Ada');
    expect(of('DIRECT', ['me', 'gone'])).toBe(UNAVAILABLE);
    expect(of('DIRECT', ['me'])).toBe(DELETED);
    expect(of('NOTES', ['me'])).toBe('Notes to yourself');
    expect(of('GROUP', ['me', 'ada'], 'Lunch')).toBe('Lunch');
    expect(of('GROUP', ['me', 'ada', 'gone'])).toBe(`Ada and ${UNAVAILABLE}`);
    expect(nameOf(undefined)).toBe('…');
    expect(listNames(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more');
  });
});

it('tells who has read, got, and not got a message', () => {
  const participants = [
    { userId: 'me', readUpTo: 9, deliveredUpTo: 9 },
    { userId: 'read', readUpTo: 5, deliveredUpTo: 5 },
    { userId: 'got', readUpTo: 4, deliveredUpTo: 5 },
    { userId: 'away', readUpTo: 0, deliveredUpTo: 0 },
  ];
  expect(fateOf(5, participants, 'me')).toEqual({
    readBy: ['read'],
    deliveredTo: ['got'],
    pending: ['away'],
  });
});

it('names days as people do, also those of a clock that is ahead', () => {
  expect(dayName(noon, noon)).toBe('Today');
  expect(dayName(noon - DAY, noon)).toBe('Yesterday');
  expect(dayName(noon - 2 * DAY, noon, 'en-GB')).toBe('Tuesday');
  expect(dayName(noon - 7 * DAY, noon, 'en-GB')).toBe('19 November 2026');
  expect(dayName(noon + DAY, noon, 'en-GB')).toBe('27 November 2026');
  expect(shortWhen(noon, noon, 'en-GB')).toBe(clockTime(noon, 'en-GB'));
  expect(shortWhen(noon - DAY, noon)).toBe('Yesterday');
  expect(shortWhen(noon - 400 * DAY, noon, 'en-GB')).toMatch(/2025/);
});

it('explains every problem, and never who blocked whom', () => {
  expect(explainUnsent('Blocked')).toBe('You cannot send messages to this person.');
  expect(explainUnsent('Unreachable')).toMatch(/offline/);
  expect(explainUnsent(null)).toMatch(/our side/);
  expect(explainProblem(new AppError('TooManyMembers', ''))).toMatch(/at most 32/);
  expect(explainProblem(new AppError('Network', ''))).toMatch(/connection/);
});
