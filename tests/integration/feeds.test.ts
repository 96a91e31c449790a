import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { insertCrud, post } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

const HOUR = 3_600_000;
const ITEMS = '{ items { id message repostedBy { id } } cursor }';
/** Lists of cruds that are read by pages; each with what is to be given besides. */
const LISTS: Record<string, [query: string, variables: object]> = {
  'the home feed': [
    `query ($limit: Int, $cursor: String) { homeFeed(limit: $limit, cursor: $cursor) ${ITEMS} }`,
    {},
  ],
  'the following feed': [
    `query ($limit: Int, $cursor: String) { followingFeed(limit: $limit, cursor: $cursor) ${ITEMS} }`,
    {},
  ],
  'the trending feed': [
    `query ($limit: Int, $cursor: String) { trendingFeed(limit: $limit, cursor: $cursor) ${ITEMS} }`,
    {},
  ],
  'a hashtag': [
    `query ($tag: String!, $limit: Int, $cursor: String) {
      activitiesByHashtag(tag: $tag, limit: $limit, cursor: $cursor) ${ITEMS} }`,
    { tag: 'paged' },
  ],
};
const FOLLOWING = LISTS['the following feed']![0];
const TRENDING = LISTS['the trending feed']![0];
const TAG = LISTS['a hashtag']![0];

interface Item {
  id: string;
  message: string;
  repostedBy: { id: string } | null;
}

describe('feeds', () => {
  let test: TestCloud;
  let people: People;
  let sql: RunSql;
  let ada: Person;
  let grace: Person;
  let stranger: Person;

  beforeAll(async () => {
    test = await startTestCloud(inject('sandboxAssembly'));
    people = await createPeople(test.cloud);
    sql = await createSql(test.cloud);
    [ada, grace, stranger] = await people.persons('ada', 'grace', 'stranger');
    await act(ada, 'followProfile', grace.id);
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const act = (who: Person, mutation: string, id: string) =>
    who.ask(`mutation ($id: ID!) { ${mutation}(id: $id) { id } }`, { id });
  const ids = (page: { items: Item[] }): string[] => page.items.map(({ id }) => id);
  const trending = async (): Promise<string[]> => ids(await ada.ask(TRENDING, { limit: 50 }));

  /** Hidden by a moderator, and past its end: both are still in the database. */
  async function hideAndExpire(hidden: string, expired: string): Promise<void> {
    await sql('update activities set hidden_at = now() where id = cast(:hidden as uuid)', { hidden });
    await sql(
      `update activities set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second'
      where id = cast(:expired as uuid)`,
      { expired },
    );
    const there = await sql(
      'select 1 as one from activities where id in (cast(:hidden as uuid), cast(:expired as uuid))',
      {
        hidden,
        expired,
      },
    );
    expect(there).toHaveLength(2);
  }

  async function later(hours: number): Promise<void> {
    test.cloud.clock.advance(hours * HOUR);
    await test.cloud.settle();
    for (const person of [ada, grace, stranger]) await person.signIn();
  }

  it('of those whom one follows have their cruds and reposts, and say who reposted', async () => {
    const followed = await post(grace, 'by somebody followed');
    const own = await post(ada, 'my own');
    const alone = await post(stranger, 'by a stranger');
    const spread = await post(stranger, 'by a stranger, reposted');
    await act(grace, 'repostActivity', spread);
    await post(grace, 'a reply does not come', { parentId: alone });
    const { items } = await ada.ask(FOLLOWING);
    expect(items).toEqual([
      { id: spread, message: 'by a stranger, reposted', repostedBy: { id: grace.id } },
      { id: own, message: 'my own', repostedBy: null },
      { id: followed, message: 'by somebody followed', repostedBy: null },
    ]);
    await act(grace, 'undoRepost', spread);
    expect(ids(await ada.ask(FOLLOWING))).toEqual([own, followed]);
    await act(ada, 'unfollowProfile', grace.id);
    expect(ids(await ada.ask(FOLLOWING))).toEqual([own]);
    await act(ada, 'followProfile', grace.id);
  });

  it('of those whom one follows tell how many cruds of others came', async () => {
    const [alan, hedy, muted] = await people.persons('alan', 'hedy', 'muted');
    const reader = await people.person('reader');
    for (const person of [alan, muted]) await act(reader, 'followProfile', person.id);
    await act(reader, 'muteProfile', muted.id);
    await post(alan, 'seen');
    const { head } = await reader.ask('{ followingFeed { head } }');
    const since = (feed = 'FOLLOWING', of: string | null = head) =>
      reader.ask(`query ($head: String) { newSince(head: $head, feed: ${feed}) }`, { head: of });
    expect(await since()).toBe(0);

    const [first, hidden, expired] = [
      await post(alan, 'new'),
      await post(alan, 'hidden'),
      await post(alan, 'old'),
    ];
    const spread = await post(hedy, 'of somebody who is not followed');
    await post(hedy, 'nor is this one');
    await post(reader, 'my own');
    await post(muted, 'of somebody who is muted');
    await post(alan, 'a reply', { parentId: first });
    expect(await since()).toBe(3);
    await act(alan, 'repostActivity', spread);
    await act(alan, 'repostActivity', first);
    expect(await since()).toBe(4);
    await hideAndExpire(hidden, expired);
    expect(await since()).toBe(2);
    expect(await since('HOME')).toBe(3);
    expect(await since('FOLLOWING', null), 'without a position, all there are').toBe(3);

    // Beyond what is walked of everybody.
    await sql(
      `insert into activities (author_id, client_id, message, expires_at)
       select cast(:hedy as uuid), gen_random_uuid(), 'one of many', now() + interval '1 hour' from generate_series(1, 600)`,
      { hedy: hedy.id },
    );
    expect(await since()).toBe(2);
    await sql('insert into blocks values (cast(:hedy as uuid), cast(:reader as uuid))', {
      hedy: hedy.id,
      reader: reader.id,
    });
    expect(await since(), 'what a blocked author wrote is not counted, whoever reposts it').toBe(1);
    expect(await (await people.guest()).ask('{ newSince(feed: FOLLOWING) }')).toBe(0);
    await sql(`delete from activities where message = 'one of many'`);
  });

  it.each(Object.entries(LISTS))(
    'pages of %s have no gap and nothing twice while cruds arrive',
    async (_, list) => {
      const [query, more] = list;
      const written: string[] = [];
      for (let number = 0; number < 7; number += 1) {
        written.push(await insertCrud(sql, grace, `crud ${number} #paged`));
      }
      const seen: string[] = [];
      let pages = 0;
      let cursor: string | null = null;
      do {
        const page: { items: Item[]; cursor: string | null } = await ada.ask(query, {
          ...more,
          limit: 2,
          cursor,
        });
        expect(page.items.length).toBeLessThanOrEqual(2);
        seen.push(...ids(page));
        cursor = page.cursor;
        pages += 1;
        await insertCrud(sql, grace, `arrives after page ${pages} #paged`);
      } while (cursor);
      expect(pages).toBeGreaterThanOrEqual(4);
      // Others may stand between them: what people acted on trends above what is newer.
      expect(seen.filter((id) => written.includes(id))).toEqual(written.reverse());
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  it.each(Object.entries(LISTS))('%s has nothing hidden or expired', async (_, [query, more]) => {
    const kept = await insertCrud(sql, grace, 'kept #paged');
    const hidden = await insertCrud(sql, grace, 'hidden #paged');
    const expired = await insertCrud(sql, grace, 'expired #paged');
    const before = ids(await ada.ask(query, { ...more, limit: 50 }));
    expect(before).toEqual(expect.arrayContaining([kept, hidden, expired]));
    await hideAndExpire(hidden, expired);
    const after = ids(await ada.ask(query, { ...more, limit: 50 }));
    expect(after).toContain(kept);
    expect(after).not.toContain(hidden);
    expect(after).not.toContain(expired);
  });

  it.each(Object.entries(LISTS))('%s refuses a cursor that it did not make', async (name, [query, more]) => {
    const encode = (text: string): string => Buffer.from(text).toString('base64');
    const { id } = grace;
    const ofAnotherKind = name === 'the trending feed' ? '2026-01-01T00:00:00.000000Z' : '39000.5';
    for (const cursor of [
      'nonsense',
      encode('nothing'),
      encode(`${ofAnotherKind}|${id}`),
      encode(`2026-01-01T00:00:00.000000Z|' or true --`),
    ]) {
      expect(await ada.refusal(query, { ...more, cursor }), cursor).toBe('InvalidCursor');
    }
  });

  it('of a hashtag do not mind capitals or how an accent is written, but mind the accent', async () => {
    const composed = await post(ada, 'Un #Café');
    const combining = await post(ada, 'Un autre #cafe\u0301');
    const plain = await post(ada, 'A #CAFE');
    const wide = await post(ada, 'Wide ＃ｃａｆｅ');
    const longer = await post(ada, 'Longer #cafeteria');
    for (const tag of ['café', 'CAFÉ', '#Cafe\u0301']) {
      expect(ids(await ada.ask(TAG, { tag })), tag).toEqual([combining, composed]);
    }
    expect(ids(await ada.ask(TAG, { tag: 'Cafe' }))).toEqual([wide, plain]);
    expect(ids(await ada.ask(TAG, { tag: 'cafeteria' }))).toEqual([longer]);
    for (const tag of ['caf%', 'caf_', "' or true --", '', '#', '\\']) {
      expect(ids(await ada.ask(TAG, { tag })), tag).toEqual([]);
    }
  });

  it('hashtags trend by people, not by cruds', async () => {
    for (let number = 0; number < 4; number += 1) await post(stranger, `${number} #loud`);
    await post(ada, '#shared');
    await post(grace, '#Shared');
    const all: { tag: string }[] = await ada.ask(
      '{ trendingHashtags(limit: 50) { tag authorCount activityCount } }',
    );
    const ours = all.filter(({ tag }) => tag === 'loud' || tag === 'shared');
    expect(ours).toEqual([
      { tag: 'shared', authorCount: 2, activityCount: 2 },
      { tag: 'loud', authorCount: 1, activityCount: 4 },
    ]);
  });

  it('what trends is what people act on, and with time what is younger; a visitor may read it', async () => {
    const likers = [ada, grace, stranger];
    const old = await post(grace, 'an old one', { expiresIn: 'ONE_DAY' });
    const asMany = await post(grace, 'as many likes', { expiresIn: 'ONE_DAY' });
    for (const liker of likers) await act(liker, 'likeActivity', old);
    await act(ada, 'likeActivity', asMany);
    const order = async (...of: string[]) => (await trending()).filter((id) => of.includes(id));
    expect(await order(old, asMany), 'more likes').toEqual([old, asMany]);
    for (const liker of [grace, stranger]) await act(liker, 'likeActivity', asMany);
    expect(await order(old, asMany), 'the younger of equals').toEqual([asMany, old]);

    await later(13);
    const young = await post(grace, 'a young one with fewer likes');
    await act(ada, 'likeActivity', young);
    expect(await order(old, young), 'age outweighs').toEqual([young, old]);
    const guest = await people.guest();
    const seen = ids(await guest.ask(TRENDING, { limit: 50 }));
    expect(seen.filter((id) => id === old || id === young)).toEqual([young, old]);

    await later(12);
    expect(await order(old, young), 'expired').toEqual([young]);
  });
});
