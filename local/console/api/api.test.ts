import { describe, expect, test, vi } from 'vitest';
import type { CloudEvents } from '../../core/bus.ts';
import { createConsoleFixture } from '../testing.ts';

function mail(to: string, at: number): CloudEvents['message'] {
  return { at, channel: 'email', to, subject: 'Your code', body: 'It is 123456', code: '123456' };
}

test('lists services, and shows what one holds', async () => {
  const services = [{ id: 'dynamodb', inspect: () => Promise.resolve({ tables: [] }) }, { id: 'sts' }];
  await using console = await createConsoleFixture({ services });
  expect((await console.get('services')).body).toEqual([
    { id: 'dynamodb', inspectable: true },
    { id: 'sts', inspectable: false },
  ]);
  expect(await console.get('inspect/dynamodb')).toEqual({ status: 200, body: { tables: [] } });
  for (const id of ['sts', 'nothing', '']) {
    const { status, body } = await console.get(`inspect/${id}`);
    expect([status, body.error]).toEqual([400, 'NothingToInspect']);
  }
});

describe('clock', () => {
  test('moves forward', async () => {
    await using console = await createConsoleFixture();
    const { body } = await console.post('clock?advance=3600000');
    expect(body.offset).toBe(3_600_000);
    expect(Math.abs(body.now - Date.now() - 3_600_000)).toBeLessThan(10_000);
  });

  test.each(['', '0', '-1', '1.5', 'soon', '1e300'])('does not move by «%s»', async (amount) => {
    await using console = await createConsoleFixture();
    const { status, body } = await console.post(`clock?advance=${amount}`);
    expect([status, body.error]).toEqual([400, 'BadAdvance']);
    expect(console.cloud.clock.offset).toBe(0);
  });
});

test('settle waits for the cloud', async () => {
  const settle = vi.fn().mockResolvedValue(undefined);
  await using console = await createConsoleFixture({ settle });
  expect(await console.post('settle')).toEqual({ status: 200, body: { settled: true } });
  expect(settle).toHaveBeenCalledOnce();
});

describe('messages', () => {
  test('lists them, and waits for the next one to an address', async () => {
    await using console = await createConsoleFixture();
    const { bus } = console.cloud;
    bus.emit('message', mail('a@example.com', 1));
    expect((await console.get('messages')).body).toEqual([mail('a@example.com', 1)]);
    expect((await console.get('messages/next?to=a@example.com')).body.at).toBe(1);
    const listening = vi.spyOn(bus, 'on');
    const next = console.get('messages/next?to=a@example.com&after=1');
    await vi.waitFor(() => expect(listening).toHaveBeenCalled());
    bus.emit('message', mail('b@example.com', 2));
    bus.emit('message', mail('a@example.com', 3));
    expect((await next).body.at).toBe(3);
  });
});

describe('events', () => {
  test('sends what was kept, then «ready», then what happens, and stops with the connection', async () => {
    await using console = await createConsoleFixture();
    const { bus, clock } = console.cloud;
    bus.emit('message', mail('a@example.com', 1));
    const leaving = new AbortController();
    const response = await fetch(`${console.baseUrl}/console/api/events`, { signal: leaving.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events = eventsOf(response);
    const first = [await events.next(), await events.next(), await events.next()].map(({ value }) => value);
    expect(first.map((event) => event?.name)).toEqual(['clock', 'message', 'ready']);
    bus.emit('message', mail('b@example.com', 2));
    expect((await events.next()).value).toEqual({ name: 'message', data: mail('b@example.com', 2) });
    clock.advance(5000);
    expect((await events.next()).value).toMatchObject({ name: 'clock', data: { offset: 5000 } });

    const emitted = vi.spyOn(JSON, 'stringify');
    leaving.abort();
    await vi.waitFor(() => {
      emitted.mockClear();
      bus.emit('message', mail('c@example.com', 3));
      // Nobody listens any more: nothing is written for anybody.
      expect(emitted).not.toHaveBeenCalled();
    });
    emitted.mockRestore();
  });
});

async function* eventsOf(response: Response): AsyncGenerator<{ name: string; data: unknown }> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      if (name && data) yield { name, data: JSON.parse(data) };
    }
  }
}
