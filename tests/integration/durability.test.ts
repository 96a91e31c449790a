import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { startKillableCloud, type KillableCloud } from '../support/killable-cloud.ts';
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

const CREATE =
  'mutation ($id: ID!, $message: String!) { createActivity(clientId: $id, message: $message) { id } }';
const FEED = 'query ($cursor: String) { homeFeed(limit: 50, cursor: $cursor) { items { message } cursor } }';

it('keeps every acknowledged crud, and the session, when it is killed in a burst', async () => {
  running = await startKillableCloud(inject('sandboxAssembly'), state);
  const people = await createPeople(running.cloud);
  const author = await people.person('burst');

  const acknowledged: string[] = [];
  let enough = (): void => undefined;
  const burst = new Promise<void>((resolve) => (enough = resolve));
  // Twenty at most: a person may post so many at a stretch.
  const sends = Array.from({ length: 20 }, async (_, index) => {
    const message = `burst ${index}`;
    const answer = await author.graphql(CREATE, { id: randomUUID(), message });
    if (answer.data?.createActivity) acknowledged.push(message);
    if (acknowledged.length === 8) enough();
  });
  const settled = Promise.allSettled(sends);
  await burst;
  const { port } = running;
  await running.kill();
  await settled;

  running = await startKillableCloud(inject('sandboxAssembly'), state, port);
  const stored: string[] = [];
  let cursor: string | null = null;
  do {
    // The same token as before: a restart signs nobody out.
    const page: { items: { message: string }[]; cursor: string | null } = await author.ask(FEED, { cursor });
    stored.push(...page.items.map((item) => item.message));
    ({ cursor } = page);
  } while (cursor);
  expect(acknowledged.length).toBeGreaterThanOrEqual(8);
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(stored).size).toBe(stored.length);
});

it('names a port that is taken and says what to do', async () => {
  running = await startKillableCloud(inject('sandboxAssembly'), state);
  const { startLocalCloud } = await import('../../local/cloud.ts');
  const second = startLocalCloud({
    assembly: inject('sandboxAssembly'),
    stateFolder: `${state}-b`,
    port: running.port,
  });
  await expect(second).rejects.toMatchObject({ code: 'PortInUse', resolution: expect.stringMatching(/./) });
  const third = startLocalCloud({ assembly: inject('sandboxAssembly'), stateFolder: state });
  await expect(third).rejects.toMatchObject({ code: 'StateInUse' });
  rmSync(`${state}-b`, { recursive: true, force: true });
});
