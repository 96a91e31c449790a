import { randomUUID } from 'node:crypto';
import * as dm from '../tests/support/messages.ts';
import { createPeople, type Person } from '../tests/support/people.ts';
import { startBenchCloud } from './lib/bench-cloud.ts';
import { measureWriteUnits } from './lib/write-units.ts';
import { fillConversation, fillInbox } from './lib/fill-messages.ts';
import { summarize, type Summary } from './lib/statistics.ts';

// Direct messages over HTTP and WebSocket, as clients use them: from `sendMessage` to arrival at the other one, alone and
// with a thousand open subscriptions; messages a second; pages of history and of the inbox, of little and of much.
const SENDS = Number(process.argv[2] ?? 300);
await using bench = await startBenchCloud();
const { cloud } = bench;
const people = await createPeople(cloud);
const [ada, grace] = await people.persons('ada', 'grace');

async function arrival(rounds: number): Promise<Summary> {
  const id = await dm.start(ada, [grace]);
  using events = await grace.subscribe(dm.EVENTS);
  const durations: number[] = [];
  for (let round = -20; round < rounds; round += 1) {
    const text = randomUUID();
    const start = performance.now();
    const [event] = await Promise.all([events.next(), dm.send(ada, id, text)]);
    if (event.message.text !== text) throw new Error('The wrong message arrived.');
    if (round >= 0) durations.push(performance.now() - start);
  }
  return summarize(durations);
}

async function withSubscribers(count: number): Promise<Summary> {
  // Ten people with a hundred devices each: connections are what counts.
  const persons = await people.persons(...Array.from({ length: 10 }, (_, n) => `sub${n}`));
  const open: Disposable[] = [];
  for (let n = 0; n < count; n += 20) {
    const batch = Array.from({ length: 20 }, (_, k) => persons[(n + k) % 10]!.subscribe(dm.EVENTS));
    open.push(...(await Promise.all(batch)));
  }
  const result = await arrival(SENDS);
  for (const one of open) one[Symbol.dispose]();
  return result;
}

/** Pairs of people who talk at once, each a message after the other. */
async function sustained(pairs: number, milliseconds: number): Promise<number> {
  const senders: { sender: Person; id: string }[] = [];
  for (let n = 0; n < pairs; n += 1) {
    const [one, other] = await people.persons('one', 'other');
    senders.push({ sender: one, id: await dm.start(one, [other]) });
  }
  let sent = 0;
  const end = performance.now() + milliseconds;
  await Promise.all(
    senders.map(async ({ sender, id }) => {
      while (performance.now() < end) {
        await dm.send(sender, id, 'How fast is this?');
        sent += 1;
      }
    }),
  );
  return Math.round((sent / milliseconds) * 1000);
}

async function time(rounds: number, work: () => Promise<unknown>): Promise<Summary> {
  const durations: number[] = [];
  for (let round = -20; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    if (round >= 0) durations.push(performance.now() - start);
  }
  return summarize(durations);
}

async function historyPage(size: number): Promise<Summary> {
  const [reader, other] = await people.persons('reader', 'writer');
  const id = await dm.start(reader, [other]);
  await fillConversation(cloud, id, [reader.id, other.id], size);
  const before = Math.floor(size / 2);
  return time(200, async () => {
    const page = await reader.ask(dm.MESSAGES, { conversationId: id, before, limit: 50 });
    if (page.items.length !== Math.min(50, before - 1)) throw new Error(`${page.items.length} messages`);
  });
}

async function inboxPage(size: number): Promise<Summary> {
  const reader = await people.person('inbox');
  await fillInbox(cloud, reader.id, size);
  return time(200, async () => {
    const page = await reader.ask(dm.INBOX, { limit: 10 });
    if (page.items.length !== 10) throw new Error(`${page.items.length} conversations`);
  });
}

const writeUnits = await measureWriteUnits(cloud, people);
const arrivalAlone = await arrival(SENDS);
const arrivalAmongThousand = await withSubscribers(1000);
const messagesPerSecond = await sustained(8, 5000);
const history = { '100': await historyPage(100), '100000': await historyPage(100_000) };
const inbox = { '10': await inboxPage(10), '1000': await inboxPage(1000) };
console.log(
  JSON.stringify({
    benchmark: 'messages',
    unit: 'ms',
    arrivalAlone,
    arrivalAmongThousand,
    messagesPerSecond,
    history,
    inbox,
    writeUnits,
  }),
);
process.exit(0);
