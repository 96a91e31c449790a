import { expect, test, vi } from 'vitest';
import { AppError } from '../errors/app-error.ts';
import { patiently, waking } from './waking.ts';

const asleep = new AppError('DatabaseResuming', '');

test('asks again until the database is awake, and says so meanwhile', async () => {
  const send = vi.fn().mockRejectedValueOnce(asleep).mockRejectedValueOnce(asleep).mockResolvedValue('awake');
  const waited: number[] = [];
  const seen: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    waited.push(ms);
    seen.push(waking.get());
  };
  await expect(patiently(send, wait)).resolves.toBe('awake');
  expect(waited).toEqual([1000, 2000]);
  expect(seen).toEqual([1, 1]);
  expect(waking.get()).toBe(0);
});

test('gives up after 40 seconds', async () => {
  let waited = 0;
  const wait = async (ms: number): Promise<void> => void (waited += ms);
  await expect(patiently(() => Promise.reject(asleep), wait)).rejects.toBe(asleep);
  expect(waited).toBe(40_000);
  expect(waking.get()).toBe(0);
});

test('other errors are thrown at once', async () => {
  const send = vi.fn().mockRejectedValue(new AppError('MessageEmpty', ''));
  await expect(patiently(send, () => Promise.resolve())).rejects.toMatchObject({ type: 'MessageEmpty' });
  expect(send).toHaveBeenCalledTimes(1);
});
