import { expect, test } from 'vitest';
import { editableMinutes } from './editable.ts';

const START = Date.UTC(2026, 0, 1);
const crud = { createdAt: new Date(START).toISOString() };

test.each([
  [0, 5],
  [1, 5],
  [60, 4],
  [299, 1],
  [300, 0],
  [3000, 0],
  [-30, 5],
])('after %i seconds there are %i minutes left', (seconds, minutes) =>
  expect(editableMinutes(crud, START + seconds * 1000)).toBe(minutes),
);

test('what a moderator hid is not changed any more', () => {
  expect(editableMinutes({ ...crud, hiddenReason: 'Spam' }, START)).toBe(0);
});
