import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { post } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { START } from '../support/messages.ts';
import { createPeople, type Person } from '../support/people.ts';

// One blocks the other; a third person sees both and stands between them. What each of the two must not see is listed
// once, as questions whose answers are searched for any trace: ids, handles, texts.

let test: TestCloud;
let blocker: Person;
let blocked: Person;
let third: Person;
/** A word that only these people's cruds have. */
const WORD = `quokka${randomUUID().slice(0, 8)}`;
/** What the two wrote, by who wrote it. */
let traces: Map<Person, string[]>;
let rootOf: string;

const IDS = '{ items { id author { id } message quote { id message } parentId repostedBy { id } } }';
const QUESTIONS: Record<string, [query: string, variables: () => Record<string, unknown>]> = {
  'the home feed': [`{ homeFeed(limit: 50) ${IDS} }`, () => ({})],
  'the following feed': [`{ followingFeed(limit: 50) ${IDS} }`, () => ({})],
  'the trending feed': [`{ trendingFeed(limit: 50) ${IDS} }`, () => ({})],
  'search of cruds': [
    `query ($q: String!) { searchActivities(query: $q, limit: 50) ${IDS} }`,
    () => ({ q: WORD }),
  ],
  'a hashtag': [
    `query ($t: String!) { activitiesByHashtag(tag: $t, limit: 50) ${IDS} }`,
    () => ({ t: WORD }),
  ],
  'a thread': [
    'query ($id: ID!) { thread(id: $id) { focused { id } ancestors { id } replies { id author { id } message } } }',
    () => ({ id: rootOf }),
  ],
  "a third person's followers": [
    'query ($id: ID!) { followers(id: $id, limit: 50) { items { id handle } } }',
    () => ({ id: third.id }),
  ],
  'whom a third person follows': [
    'query ($id: ID!) { following(id: $id, limit: 50) { items { id handle } } }',
    () => ({ id: third.id }),
  ],
  'who likes a crud': [
    'query ($id: ID!) { likersOf(id: $id, limit: 50) { items { id } } }',
    () => ({ id: rootOf }),
  ],
  'quotes of a crud': [`query ($id: ID!) { quotesOf(id: $id, limit: 50) ${IDS} }`, () => ({ id: rootOf })],
  "a third person's cruds": [
    `query ($h: String!) { activitiesByProfile(handle: $h, tab: CRUDS, limit: 50) ${IDS} }`,
    () => ({ h: third.handle }),
  ],
  "a third person's replies": [
    `query ($h: String!) { activitiesByProfile(handle: $h, tab: REPLIES, limit: 50) ${IDS} }`,
    () => ({ h: third.handle }),
  ],
  "a third person's likes": [
    `query ($h: String!) { activitiesByProfile(handle: $h, tab: LIKES, limit: 50) ${IDS} }`,
    () => ({ h: third.handle }),
  ],
  bookmarks: [`{ bookmarks(limit: 50) ${IDS} }`, () => ({})],
  notifications: [
    '{ notifications(limit: 50) { items { kind actors { id handle } activity { id message } } } }',
    () => ({}),
  ],
  suggestions: ['{ suggestedProfiles(limit: 20) { id handle } }', () => ({})],
};

const LIKE = 'mutation ($id: ID!) { likeActivity(id: $id) { id } }';
const FOLLOW = 'mutation ($id: ID!) { followProfile(id: $id) { id } }';

async function act(person: Person): Promise<void> {
  const own: string[] = [person.handle];
  const crud = await post(person, `${WORD} #${WORD} by ${person.handle}`);
  own.push(crud, await post(person, `${WORD} reply by ${person.handle}`, { parentId: rootOf }));
  own.push(await post(person, `${WORD} quote by ${person.handle}`, { quoteId: rootOf }));
  await person.ask(LIKE, { id: rootOf });
  await person.ask(FOLLOW, { id: third.id });
  await third.ask(FOLLOW, { id: person.id });
  await third.ask(LIKE, { id: crud });
  own.push(await post(third, `${WORD} third answers @${person.handle}`, { parentId: crud }));
  await third.ask('mutation ($id: ID!) { repostActivity(id: $id) { id } }', { id: crud });
  await post(third, `${WORD} third quotes`, { quoteId: crud });
  traces.set(person, own);
}

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  const people = await createPeople(test.cloud);
  [blocker, blocked, third] = await people.persons('blocker', 'blocked', 'third');
  traces = new Map();
  rootOf = await post(third, `${WORD} the root`);
  await act(blocker);
  await act(blocked);
  for (const [one, other] of [
    [blocker, blocked],
    [blocked, blocker],
  ] as const) {
    const [, theirs] = traces.get(other)!;
    await one.ask(FOLLOW, { id: other.id });
    await one.ask(LIKE, { id: theirs });
    await one.ask('mutation ($id: ID!) { bookmarkActivity(id: $id) { id } }', { id: theirs });
    await post(one, `hello @${other.handle}`);
  }
  await blocker.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: blocked.id });
});
afterAll(() => test[Symbol.asyncDispose]());

/** The text of an answer without what the reader wrote: one's own words may name the other. */
async function answerTo(reader: Person, question: keyof typeof QUESTIONS): Promise<string> {
  const [query, variables] = QUESTIONS[question]!;
  const { data, errors } = await reader.graphql(query, variables());
  expect(errors).toBeUndefined();
  const items: unknown[] = Object.values(data as object).flatMap((value) =>
    Array.isArray(value) ? value : (value.items ?? value.replies),
  );
  const ofOthers = items.filter((item) => (item as { author?: { id: string } }).author?.id !== reader.id);
  return JSON.stringify(ofOthers);
}

describe.each(Object.keys(QUESTIONS))('%s', (question) => {
  it('shows neither of the two to the other', async () => {
    for (const [reader, other] of [
      [blocker, blocked],
      [blocked, blocker],
    ] as const) {
      const answer = await answerTo(reader, question);
      for (const trace of [other.id, ...traces.get(other)!])
        expect(answer, `${reader.handle}`).not.toContain(trace);
    }
  });
});

it('a third person goes on seeing both, so the questions above do ask for something', async () => {
  for (const question of Object.keys(QUESTIONS)) {
    if (['bookmarks', 'suggestions', "a third person's replies", "a third person's cruds"].includes(question))
      continue;
    const answer = await answerTo(third, question);
    for (const person of [blocker, blocked]) expect(answer, question).toContain(person.id);
  }
  for (const question of ["a third person's replies", "a third person's cruds"]) {
    const [query, variables] = QUESTIONS[question]!;
    const answer = JSON.stringify(await third.ask(query, variables()));
    for (const person of [blocker, blocked]) expect(answer, question).toContain(traces.get(person)![1]);
  }
});

it('search finds neither person, and their pages are empty for one another', async () => {
  const search = 'query ($q: String!) { searchPeople(query: $q) { items { id } } }';
  const cruds = `query ($h: String!) { activitiesByProfile(handle: $h, tab: CRUDS) ${IDS} }`;
  for (const [reader, other] of [
    [blocker, blocked],
    [blocked, blocker],
  ] as const) {
    const found = await reader.ask(search, { q: other.handle });
    expect(JSON.stringify(found)).not.toContain(other.id);
    expect(await reader.refusal(cruds, { h: other.handle })).toBe('NotFound');
    expect(await reader.refusal(START, { memberIds: [other.id] })).toBe('PersonNotFound');
  }
  expect(JSON.stringify(await third.ask(search, { q: blocked.handle }))).toContain(blocked.id);
});

it('names in conversations stay for who blocked, as their page does, and are gone for who is blocked', async () => {
  const names = 'query ($ids: [ID!]!) { profilesByIds(ids: $ids) { id } }';
  const ids = [blocker.id, blocked.id];
  expect(await blocked.ask(names, { ids })).toEqual([{ id: blocked.id }]);
  expect(await blocker.ask(names, { ids })).toHaveLength(2);
});

it('an answer to a third person that mentions the other tells them nothing', async () => {
  const before = await blocker.ask('{ unreadNotificationCount }');
  await post(blocked, `${WORD} look @${blocker.handle}`, { parentId: rootOf });
  await post(blocked, `${WORD} quote @${blocker.handle}`, { quoteId: rootOf });
  expect(await blocker.ask('{ unreadNotificationCount }')).toBe(before);
});

it('is over when it is taken back, without the follows', async () => {
  await blocker.ask('mutation ($id: ID!) { unblockProfile(id: $id) { id } }', { id: blocked.id });
  for (const [reader, other] of [
    [blocker, blocked],
    [blocked, blocker],
  ] as const) {
    expect(await answerTo(reader, 'a thread')).toContain(traces.get(other)![2]);
    const { followedByMe } = await reader.ask(
      'query ($h: String!) { profile(handle: $h) { followedByMe } }',
      { h: other.handle },
    );
    expect(followedByMe).toBe(false);
  }
});
