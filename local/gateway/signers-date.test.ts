import { expect, it } from 'vitest';
import { createClock } from '../core/clock.ts';
import { signersDate } from './signers-date.ts';

const stamp = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

it('answers in the cloud’s time to whoever signs in it, and leaves the others the machine’s', () => {
  const clock = createClock();
  clock.advance(3_600_000);
  const { date } = signersDate({ 'x-amz-date': stamp(clock.now()) }, clock);
  expect(Math.abs(Date.parse(date!) - clock.now())).toBeLessThan(2000);
  expect(signersDate({ 'x-amz-date': stamp(Date.now()) }, clock)).toEqual({});
  expect(signersDate({}, clock)).toEqual({});
});
