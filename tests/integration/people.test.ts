import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Caller } from '../support/graphql.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

let test: TestCloud;
let people: People;
let sql: RunSql;
let guest: Caller;

const PROFILE = `query ($handle: String!) { profile(handle: $handle) {
  id handle displayName bio location website followerCount followingCount activityCount
  followedByMe followsMe mutedByMe blockedByMe suspended } }`;
const FOLLOW = 'mutation ($id: ID!) { followProfile(id: $id) { id followedByMe followsMe followerCount } }';
const UNFOLLOW = 'mutation ($id: ID!) { unfollowProfile(id: $id) { id followedByMe followerCount } }';
const MUTE = 'mutation ($id: ID!) { muteProfile(id: $id) { mutedByMe } }';
const FOLLOWERS = `query ($id: ID!, $limit: Int, $cursor: String) {
  followers(id: $id, limit: $limit, cursor: $cursor) { items { id followedByMe } cursor } }`;
const NOBODY = '00000000-0000-4000-8000-000000000000';

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  sql = await createSql(test.cloud);
  guest = await people.guest();
});
afterAll(() => test[Symbol.asyncDispose]());

const profileOf = (viewer: Caller, person: Person) => viewer.ask(PROFILE, { handle: person.handle });

describe('a profile', () => {
  it('is there for visitors and members, by handle in any form', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    const seen = await profileOf(guest, ada);
    expect(seen).toMatchObject({ id: ada.id, handle: ada.handle, followerCount: 0, followedByMe: false });
    const handle = `@${ada.handle.toUpperCase()}`;
    expect(await grace.ask(PROFILE, { handle })).toMatchObject({ id: ada.id });
    expect(await guest.ask(PROFILE, { handle: 'nobody_at_all' })).toBeNull();
    expect(await guest.ask(PROFILE, { handle: '' })).toBeNull();
  });

  it('is changed by its owner alone, field by field', async () => {
    const ada = await people.person('ada');
    const change =
      'mutation ($n: String, $b: String, $l: String, $w: String) {' +
      ' updateProfile(displayName: $n, bio: $b, location: $l, website: $w) { displayName bio location website } }';
    const family = '👩‍👩‍👧‍👦';
    expect(await ada.ask(change, { n: ' Ada 🌸 ', b: family.repeat(160), l: 'London' })).toEqual({
      displayName: 'Ada 🌸',
      bio: family.repeat(160),
      location: 'London',
      website: '',
    });
    expect(await ada.ask(change, { w: 'https://example.com/ada', b: '' })).toEqual({
      displayName: 'Ada 🌸',
      bio: '',
      location: 'London',
      website: 'https://example.com/ada',
    });
    expect(await ada.refusal(change, { n: ' \u200b ' })).toBe('InvalidDisplayName');
    expect(await ada.refusal(change, { n: 'x'.repeat(51) })).toBe('InvalidDisplayName');
    expect(await ada.refusal(change, { b: 'x'.repeat(161) })).toBe('BioTooLong');
    expect(await ada.refusal(change, { b: `a${'\u0301'.repeat(5000)}` })).toBe('BioTooLong');
    expect(await ada.refusal(change, { l: 'x'.repeat(41) })).toBe('LocationTooLong');
    for (const website of [
      'javascript:alert(1)',
      'https://a b',
      'example.com',
      `https://${'x'.repeat(200)}`,
    ]) {
      expect(await ada.refusal(change, { w: website }), website).toBe('InvalidWebsite');
    }
    expect(await profileOf(guest, ada)).toMatchObject({ displayName: 'Ada 🌸', bio: '' });
  });
});

describe('following', () => {
  it('counts once, is seen from both sides, and ends', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    expect(await ada.ask(FOLLOW, { id: grace.id })).toEqual({
      id: grace.id,
      followedByMe: true,
      followsMe: false,
      followerCount: 1,
    });
    expect(await ada.ask(FOLLOW, { id: grace.id })).toMatchObject({ followerCount: 1 });
    expect(await profileOf(grace, ada)).toMatchObject({
      followsMe: true,
      followedByMe: false,
      followingCount: 1,
    });
    expect(await profileOf(ada, grace)).toMatchObject({ followedByMe: true, followerCount: 1 });
    expect(await ada.ask(UNFOLLOW, { id: grace.id })).toMatchObject({
      followedByMe: false,
      followerCount: 0,
    });
    expect(await ada.ask(UNFOLLOW, { id: grace.id })).toMatchObject({
      followedByMe: false,
      followerCount: 0,
    });
  });

  it('refuses oneself, nobody, and what is no id', async () => {
    const ada = await people.person('ada');
    expect(await ada.refusal(FOLLOW, { id: ada.id })).toBe('NotAllowed');
    expect(await ada.refusal(FOLLOW, { id: NOBODY })).toBe('NotFound');
    expect(await ada.refusal(FOLLOW, { id: "x' or 1=1" })).toBe('InvalidId');
    expect(await ada.refusal(MUTE, { id: ada.id })).toBe('NotAllowed');
  });

  it('is limited', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    await sql(
      "insert into rate_limits values (cast(:id as uuid), 'FOLLOW', now() + interval '59 minutes 50 seconds')",
      { id: ada.id },
    );
    expect(await ada.refusal(FOLLOW, { id: grace.id })).toBe('RateLimited');
    expect(await profileOf(ada, grace)).toMatchObject({ followedByMe: false, followerCount: 0 });
  });

  it('keeps its counters right when many do and undo it at once', async () => {
    const ada = await people.person('ada');
    const crowd = await people.persons('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    const follow = (from: Person, to: Person) => from.ask(FOLLOW, { id: to.id });
    await Promise.all(
      crowd.flatMap((one, index) => [
        follow(one, ada),
        follow(ada, one),
        follow(one, crowd[(index + 1) % crowd.length]!),
        follow(crowd[(index + 1) % crowd.length]!, one),
      ]),
    );
    await Promise.all(crowd.slice(0, 3).map((one) => one.ask(UNFOLLOW, { id: ada.id })));
    expect(await profileOf(guest, ada)).toMatchObject({ followerCount: 5, followingCount: 8 });
    const wrong = await sql(`select count(*) as number from profile_counts counts
      where followers <> (select count(*) from follows where followee_id = profile_id)
         or following <> (select count(*) from follows where follower_id = profile_id)`);
    expect(wrong).toEqual([{ number: 0 }]);
  });

  it('is listed in pages, newest first, without those whom the viewer may not see', async () => {
    const [ada, viewer] = await people.persons('ada', 'viewer');
    const fans = await people.persons('a', 'b', 'c', 'd', 'e');
    for (const fan of fans) await fan.ask(FOLLOW, { id: ada.id });
    await fans[1].ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: viewer.id });
    await viewer.ask(FOLLOW, { id: fans[0].id });
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: any = await viewer.ask(FOLLOWERS, { id: ada.id, limit: 2, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual(
      [fans[4], fans[3], fans[2], fans[0]].map((fan) => ({ id: fan.id, followedByMe: fan === fans[0] })),
    );
    expect(await viewer.refusal(FOLLOWERS, { id: ada.id, cursor: 'bm9uc2Vuc2U=' })).toBe('InvalidCursor');
    expect(await viewer.refusal(FOLLOWERS, { id: ada.id, limit: 51 })).toBe('InvalidLimit');
    const following = 'query ($id: ID!) { following(id: $id) { items { id } } }';
    expect(await viewer.ask(following, { id: viewer.id })).toEqual({ items: [{ id: fans[0].id }] });
  });
});

describe('muting', () => {
  it('is known to the muter alone, listed, and taken back', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    expect(await ada.ask(MUTE, { id: grace.id })).toEqual({ mutedByMe: true });
    expect(await profileOf(ada, grace)).toMatchObject({ mutedByMe: true });
    expect(await profileOf(grace, ada)).toMatchObject({ mutedByMe: false });
    expect(await ada.ask('{ mutedProfiles { items { id } cursor } }')).toEqual({
      items: [{ id: grace.id }],
      cursor: null,
    });
    await ada.ask('mutation ($id: ID!) { unmuteProfile(id: $id) { mutedByMe } }', { id: grace.id });
    expect(await ada.ask('{ mutedProfiles { items { id } } }')).toEqual({ items: [] });
  });
});

describe('suggestions', () => {
  const SUGGESTED = '{ suggestedProfiles(limit: 20) { id } }';
  it('are whom those one follows follow, never oneself, whom one follows, blocks or mutes', async () => {
    const [me, friend, near, known, muted, blocked] = await people.persons(
      'me',
      'friend',
      'near',
      'known',
      'm',
      'b',
    );
    for (const one of [me, near, known, muted, blocked]) await friend.ask(FOLLOW, { id: one.id });
    await me.ask(FOLLOW, { id: friend.id });
    await me.ask(FOLLOW, { id: known.id });
    await me.ask(MUTE, { id: muted.id });
    await blocked.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: me.id });
    const ids: string[] = (await me.ask(SUGGESTED)).map((one: { id: string }) => one.id);
    expect(ids[0]).toBe(near.id);
    for (const one of [me, friend, known, muted, blocked]) expect(ids).not.toContain(one.id);
    expect((await guest.ask(SUGGESTED)).length).toBeGreaterThan(0);
    expect(await guest.refusal('{ suggestedProfiles(limit: 21) { id } }')).toBe('InvalidLimit');
  });
});
