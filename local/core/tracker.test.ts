import { expect, test } from 'vitest';
import { createTracker } from './tracker.ts';

test('settles at once when nothing is in flight', async () => {
  await createTracker().settle();
});

test('waits for what the continuation of finished work starts, whenever it was asked', async () => {
  const tracker = createTracker();
  const order: string[] = [];
  const second = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  void tracker.track(first.promise);
  void (async () => {
    await first.promise;
    // In the gap between the end of one and the start of the next, nothing is in flight.
    await Promise.resolve();
    void tracker.track(second.promise.then(() => void order.push('second')));
  })();
  first.resolve();
  await first.promise;
  const settled = tracker.settle().then(() => order.push('settled'));
  setImmediate(() => setImmediate(() => second.resolve()));
  await settled;
  expect(order).toEqual(['second', 'settled']);
});

test('work that fails ends too', async () => {
  const tracker = createTracker();
  const failed = tracker.track(Promise.reject(new Error('no')));
  await expect(failed).rejects.toThrow('no');
  await tracker.settle();
});
