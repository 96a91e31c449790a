import { expect, test, vi } from 'vitest';
import { AwsError } from '../../core/errors.ts';
import { createConsoleFixture } from '../testing.ts';

test('runs a rule of events and a schedule of scheduler', async () => {
  const runRule = vi.fn().mockResolvedValue(undefined);
  const runSchedule = vi.fn().mockResolvedValue(undefined);
  const services = [
    { id: 'events', runRule },
    { id: 'scheduler', runSchedule },
  ];
  await using console = await createConsoleFixture({ services });
  const rule = await console.post('schedules', { service: 'events', name: 'Nightly' });
  expect(rule).toEqual({ status: 200, body: { ran: 'Nightly' } });
  await console.post('schedules', { service: 'scheduler', name: 'Hourly' });
  expect(runRule.mock.calls).toEqual([['Nightly']]);
  expect(runSchedule.mock.calls).toEqual([['Hourly']]);
});

test('says so when there is no such rule or service', async () => {
  const runRule = () => Promise.reject(new AwsError('ResourceNotFoundException', 'Rule x does not exist.'));
  const services = [{ id: 'events', runRule }];
  await using console = await createConsoleFixture({ services });
  const absent = await console.post('schedules', { service: 'events', name: 'x' });
  expect([absent.status, absent.body.error]).toEqual([400, 'ResourceNotFoundException']);
  const other = await console.post('schedules', { service: 'dynamodb', name: 'x' });
  expect([other.status, other.body.error]).toEqual([400, 'UnknownScheduleService']);
  const notHere = await console.post('schedules', { service: 'scheduler', name: 'x' });
  expect([notHere.status, notHere.body.error]).toEqual([400, 'UnknownService']);
});
