import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People } from '../support/people.ts';

let test: TestCloud;
let people: People;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

it('signs people in', async () => {
  const [ada, grace] = await people.persons('ada', 'grace');
  expect(await ada.ask('{ me { id handle } }')).toEqual({ id: ada.id, handle: ada.handle });
  expect(await grace.ask('{ me { id handle } }')).toEqual({ id: grace.id, handle: grace.handle });
  const guest = await people.guest();
  expect(await guest.ask('{ homeFeed { items { id } } }')).toEqual({ items: [] });
  expect(await guest.refusal('{ me { id } }')).toBe('Unauthorized');
  using events = await ada.subscribe('subscription { onActivityCreated { message } }');
  await grace.ask('mutation ($c: ID!) { createActivity(clientId: $c, message: "hi") { message pulse } }', { c: crypto.randomUUID() });
  expect(await events.next()).toEqual({ message: 'hi' });
});
