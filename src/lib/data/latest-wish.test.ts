import { expect, test } from 'vitest';
import { createLatestWish } from './latest-wish.ts';

interface Sent {
  wish: boolean;
  answer: () => void;
  refuse: (error: Error) => void;
}

function setup() {
  const sent: Sent[] = [];
  const told: unknown[] = [];
  const wishes = createLatestWish<string>({
    send: (_key, wish) =>
      new Promise((resolve, reject) => {
        sent.push({ wish, answer: () => resolve(`is ${wish}`), refuse: reject });
      }),
    done: (key, answer, stands) => told.push([key, answer, stands]),
    failed: (key, stands, error) => told.push([key, stands, (error as Error).message]),
  });
  return { ...wishes, sent, told };
}

test('a wish is sent, and the answer told', async () => {
  const { want, sent, told } = setup();
  const settled = want('ada', true);
  sent[0]!.answer();
  await settled;
  expect(told).toEqual([['ada', 'is true', true]]);
});

test('while one is on its way the latest waits, and only its answer is told', async () => {
  const { want, sent, told } = setup();
  const settled = want('ada', true);
  void want('ada', false);
  void want('ada', true);
  void want('ada', false);
  expect(sent.map(({ wish }) => wish)).toEqual([true]);
  sent[0]!.answer();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]!.wish).toBe(false);
  sent[1]!.answer();
  await settled;
  expect(told).toEqual([['ada', 'is false', false]]);
});

test('who comes back to the first wish has nothing more sent', async () => {
  const { want, sent, told } = setup();
  const settled = want('ada', true);
  void want('ada', false);
  void want('ada', true);
  sent[0]!.answer();
  await settled;
  expect(sent).toHaveLength(1);
  expect(told).toEqual([['ada', 'is true', true]]);
});

test('a refusal tells what the server knows: before the first answer the opposite, later the last that it took', async () => {
  const { want, sent, told } = setup();
  const first = want('ada', true);
  sent[0]!.refuse(new Error('no'));
  await first;
  const second = want('ada', true);
  void want('ada', false);
  sent[1]!.answer();
  await expect.poll(() => sent.length).toBe(3);
  sent[2]!.refuse(new Error('not now'));
  await second;
  expect(told).toEqual([
    ['ada', false, 'no'],
    ['ada', true, 'not now'],
  ]);
});

test('the latest wish can be asked for until the server has answered', async () => {
  const { want, pending, sent } = setup();
  expect(pending('ada')).toBeUndefined();
  const settled = want('ada', true);
  expect(pending('ada')).toBe(true);
  void want('ada', false);
  expect(pending('ada')).toBe(false);
  expect(pending('grace')).toBeUndefined();
  sent[0]!.refuse(new Error('no'));
  await settled;
  expect(pending('ada')).toBeUndefined();
});

test('what has another key does not wait', () => {
  const { want, sent } = setup();
  void want('ada', true);
  void want('grace', true);
  expect(sent).toHaveLength(2);
});
