import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createMessageSync, type MessageSync } from '../../src/features/messages/sync/index.ts';
import { startBadNetwork } from '../support/bad-network.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import * as dm from '../support/messages.ts';
import { createPeople, type People } from '../support/people.ts';
import { seededRandom } from '../support/random.ts';
import { createTransport } from '../support/sync-transport.ts';

let test: TestCloud;
let people: People;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

const EACH = 1000;

/** Resolves when the condition holds, looking after every change of the client. */
function until(sync: MessageSync, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = sync.subscribe(() => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}

it(
  'ends with the same messages on both sides, in the same order, none twice',
  { timeout: 300_000 },
  async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    const conversationId = await dm.start(ada, [grace]);
    const { outputs } = await test.cloud.outputs();
    const { url } = (outputs as unknown as { data: { url: string } }).data;
    const weather = { drop: 0.03, cut: 0.01, delay: 0.1, delayMs: 20, lostAnswers: 0.02 };
    await using network = await startBadNetwork(Number(new URL(url).port), weather, seededRandom(20_261_124));
    const throughNetwork = new URL(url);
    throughNetwork.port = String(network.port);

    const clients = [ada, grace].map((person) => {
      const sync = createMessageSync({
        transport: createTransport(String(throughNetwork), person.token, 300),
        store: { read: () => [], write: () => undefined },
        reconnectAfter: 10,
      });
      sync.start();
      return { person, sync };
    });
    // The network may lose this answer too.
    await Promise.all(clients.map(({ sync }) => openSurely(sync, conversationId)));
    let reconnects = 0;
    for (const { sync } of clients) {
      let before = sync.state().connection;
      sync.subscribe(() => {
        const { connection } = sync.state();
        if (connection === 'live' && before === 'lost') reconnects += 1;
        before = connection;
      });
    }

    const messages = (sync: MessageSync) => sync.state().logs[conversationId]!.messages;
    const sides = clients.map(async ({ person, sync }, side) => {
      for (let n = 0; n < EACH; n += 1) {
        sync.send(conversationId, `${side}:${n}`);
        // Now and then somebody reads what there is before going on: two people, not two firehoses.
        if (n % 25 === 24 && sync.state().outbox.length) await until(sync, () => !sync.state().outbox.length);
      }
      if (sync.state().outbox.length) await until(sync, () => !sync.state().outbox.length);
      return person.id;
    });
    const ids = await Promise.all(sides);

    network.clearUp();
    await Promise.all(
      clients.map(async ({ sync }) => {
        const done = until(sync, () => messages(sync).length === 2 * EACH);
        sync.refresh();
        if (messages(sync).length !== 2 * EACH) await done;
      }),
    );
    const [left, right] = clients.map(({ sync }) => messages(sync));
    expect(left).toEqual(right);
    expect(left!.map((message) => message.seq)).toEqual(
      Array.from({ length: 2 * EACH }, (_, index) => index + 1),
    );
    for (const [side, id] of ids.entries()) {
      const own = left!.filter((message) => message.senderId === id).map((message) => message.text);
      expect(own).toEqual(Array.from({ length: EACH }, (_, n) => `${side}:${n}`));
    }
    // The server has them like that too, and the test has tested something.
    expect((await dm.history(ada, conversationId)).map((message) => message.text)).toEqual(
      left!.map((message) => message.text),
    );
    const { dropped, cut, delayed, lostAnswers } = network.counts;
    expect(Math.min(dropped, cut, delayed, lostAnswers)).toBeGreaterThan(10);
    expect(reconnects).toBeGreaterThan(5);
    for (const { sync } of clients) sync.stop();
  },
);

async function openSurely(sync: MessageSync, conversationId: string): Promise<void> {
  for (;;) {
    try {
      return await sync.open(conversationId);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}
