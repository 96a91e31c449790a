import { expect, test } from 'vitest';
import { createUnreadWatch } from './unread-watch.ts';

/** A world whose server answers when it is told to. */
function world() {
  const asked: { answer: (count: number) => void; fail: () => void }[] = [];
  const shown: number[] = [];
  const told: number[] = [];
  const timers: { ms: number; run: () => void; cancelled: boolean }[] = [];
  const watch = createUnreadWatch({
    ask: () =>
      new Promise((resolve, reject) => asked.push({ answer: resolve, fail: () => reject(new Error()) })),
    show: (count) => shown.push(count),
    tell: (count) => told.push(count),
    after: (ms, run) => {
      const timer = { ms, run, cancelled: false };
      timers.push(timer);
      return () => (timer.cancelled = true);
    },
  });
  return { asked, shown, told, timers, watch };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a signal asks at once and two seconds later, and tells the other tabs', async () => {
  const { asked, shown, told, timers, watch } = world();
  watch.signalled();
  asked[0]!.answer(1);
  await settled();
  expect([shown, told]).toEqual([[1], [1]]);
  expect(timers).toMatchObject([{ ms: 2000, cancelled: false }]);
  timers[0]!.run();
  asked[1]!.answer(3);
  await settled();
  expect(shown).toEqual([1, 3]);
});

test('signals in a row share the second question, and never ask twice at once', async () => {
  const { asked, timers, watch } = world();
  watch.signalled();
  watch.signalled();
  watch.signalled();
  expect(asked).toHaveLength(1);
  expect(timers.map((timer) => timer.cancelled)).toEqual([true, true, false]);
  asked[0]!.answer(1);
  await settled();
  // What came meanwhile is asked for once.
  expect(asked).toHaveLength(2);
  asked[1]!.answer(2);
  await settled();
  expect(asked).toHaveLength(2);
});

test('a question that failed leaves the number, and the next one asks again', async () => {
  const { asked, shown, watch } = world();
  watch.returned();
  asked[0]!.fail();
  await settled();
  expect(shown).toEqual([]);
  watch.returned();
  asked[1]!.answer(4);
  await settled();
  expect(shown).toEqual([4]);
});

test('what another tab heard is shown and not told again; nothing after the end', async () => {
  const { asked, shown, told, timers, watch } = world();
  watch.heard(5);
  expect([shown, told]).toEqual([[5], []]);
  watch.signalled();
  watch.stop();
  asked[0]!.answer(9);
  watch.heard(7);
  await settled();
  expect(shown).toEqual([5]);
  expect(timers[0]!.cancelled).toBe(true);
});
