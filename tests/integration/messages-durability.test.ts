import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { startKillableCloud, type KillableCloud } from '../support/killable-cloud.ts';
import * as dm from '../support/messages.ts';
import { createPeople } from '../support/people.ts';

let state: string;
let running: KillableCloud | undefined;

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'local-cloud-'));
});
afterEach(async () => {
  await running?.kill();
  rmSync(state, { recursive: true, force: true });
});

it('keeps every acknowledged message, once, and whole, when it is killed in a burst', async () => {
  running = await startKillableCloud(inject('sandboxAssembly'), state);
  const people = await createPeople(running.cloud);
  const [ada, grace] = await people.persons('ada', 'grace');
  const id = await dm.start(ada, [grace]);

  const acknowledged = new Map<string, string>();
  const asked = new Map<string, string>();
  const enough = Promise.withResolvers<void>();
  const senders = [ada, grace].map(async (person, who) => {
    for (let n = 0; ; n += 1) {
      const clientId = crypto.randomUUID();
      const text = `${who}:${n}`;
      asked.set(text, clientId);
      const { data } = await person.graphql(dm.SEND, { conversationId: id, clientId, text });
      if (data?.sendMessage) acknowledged.set(text, clientId);
      if (acknowledged.size >= 60) enough.resolve();
    }
  });
  const ended = Promise.allSettled(senders);
  await enough.promise;
  const { port } = running;
  await running.kill();
  await ended;

  running = await startKillableCloud(inject('sandboxAssembly'), state, port);
  const stored = await dm.history(ada, id);
  const texts = stored.map((message) => message.text);
  expect(texts).toEqual(expect.arrayContaining([...acknowledged.keys()]));
  expect(new Set(texts).size).toBe(texts.length);
  expect(stored.map((message) => message.seq)).toEqual(stored.map((_, index) => index + 1));
  // Nothing was half-written: the counts fit, and whatever had no answer can be sent again and is there once.
  const sentByGrace = texts.filter((text) => text.startsWith('1:')).length;
  expect((await ada.ask(dm.CONVERSATION, { id })).unread).toBe(sentByGrace);
  for (const [text, clientId] of asked) await dm.send(text.startsWith('0') ? ada : grace, id, text, clientId);
  const all = (await dm.history(grace, id)).map((message) => message.text);
  expect(all.toSorted()).toEqual([...asked.keys()].toSorted());
});
