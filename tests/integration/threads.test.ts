import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { insertCrud, post } from '../support/cruds.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

const FIELDS = 'id parentId message expiresAt replyCount';
const THREAD = `query ($id: ID!, $limit: Int, $cursor: String) {
  thread(id: $id, limit: $limit, cursor: $cursor) {
    focused { ${FIELDS} } ancestors { ${FIELDS} } replies { ${FIELDS} } cursor branches { parentId cursor }
  }
}`;

describe('threads', () => {
  let test: TestCloud;
  let people: People;
  let sql: RunSql;
  let ada: Person;
  let grace: Person;

  beforeAll(async () => {
    test = await startTestCloud(inject('sandboxAssembly'));
    people = await createPeople(test.cloud);
    sql = await createSql(test.cloud);
    [ada, grace] = await people.persons('ada', 'grace');
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const read = (who: Person, id: string, more: object = {}) => who.ask(THREAD, { id, ...more });
  const texts = (cruds: { message: string }[]): string[] => cruds.map(({ message }) => message);
  const reply = (who: Person, parentId: string, message: string): Promise<string> =>
    post(who, message, { parentId });

  it('come with three levels below and everything above, oldest first among siblings', async () => {
    const root = await post(ada, 'root');
    const first = await reply(grace, root, '1');
    const second = await reply(ada, root, '2');
    const deeper = await reply(ada, first, '1.1');
    await reply(grace, first, '1.2');
    const deepest = await reply(grace, deeper, '1.1.1');
    const beyond = await reply(ada, deepest, '1.1.1.1');
    const thread = await read(grace, root);
    expect(thread.ancestors).toEqual([]);
    expect(texts(thread.replies)).toEqual(['1', '2', '1.1', '1.2', '1.1.1']);
    expect(thread.replies.find((one: { id: string }) => one.id === deepest).replyCount).toBe(1);
    const below = await read(grace, beyond);
    expect(texts(below.ancestors)).toEqual(['root', '1', '1.1', '1.1.1']);
    expect(below.replies).toEqual([]);
    expect((await read(ada, second)).ancestors).toHaveLength(1);
  });

  it('are read by pages, each reply once, and say where more can be read', async () => {
    const root = await post(ada, 'pages');
    const ids: string[] = [];
    for (let number = 0; number < 5; number += 1) ids.push(await reply(grace, root, `${number}`));
    const children: string[] = [];
    for (let number = 0; number < 5; number += 1) children.push(await reply(ada, ids[0]!, `0.${number}`));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: any = await read(ada, root, { limit: 2, cursor });
      const direct = page.replies.filter((one: { parentId: string }) => one.parentId === root);
      seen.push(...direct.map((one: { id: string }) => one.id));
      if (cursor === null) {
        const [branch] = page.branches;
        expect(branch.parentId).toBe(ids[0]);
        const rest = await read(ada, ids[0]!, { cursor: branch.cursor });
        expect(rest.replies.map((one: { id: string }) => one.id)).toEqual(children.slice(3));
      }
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it('lose what expires, and a reply never outlives what it answers', async () => {
    const root = await post(ada, 'short', { expiresIn: 'ONE_HOUR' });
    const answer = await post(grace, 'long', { parentId: root, expiresIn: 'THIRTY_DAYS' });
    const { focused, replies } = await read(ada, root);
    expect(replies[0].expiresAt <= focused.expiresAt).toBe(true);
    await sql(
      `update activities set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second'
      where id in (cast(:root as uuid), cast(:answer as uuid))`,
      { root, answer },
    );
    expect(await ada.refusal(THREAD, { id: root })).toBe('Expired');
    expect(await ada.refusal(THREAD, { id: answer })).toBe('Expired');
    expect(await ada.refusal(THREAD, { id: crypto.randomUUID() })).toBe('NotFound');
    expect(await ada.refusal(THREAD, { id: 'nonsense' })).toBe('InvalidId');
  });

  it('leave out an expired reply with what answers it, and count it no more', async () => {
    const root = await post(ada, 'stays');
    const answer = await post(grace, 'goes', { parentId: root, expiresIn: 'ONE_HOUR' });
    await reply(ada, answer, 'goes along');
    await sql(
      `update activities set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second'
      where id = cast(:answer as uuid)`,
      { answer },
    );
    const { focused, replies } = await read(grace, root);
    expect(replies).toEqual([]);
    expect(focused.replyCount).toBe(0);
  });

  it('take no reply to what has expired, was deleted, never was, or is behind a block', async () => {
    const CREATE =
      'mutation ($c: ID!, $p: ID!) { createActivity(clientId: $c, message: "late", parentId: $p) { id } }';
    const refused = (parent: string) => grace.refusal(CREATE, { c: crypto.randomUUID(), p: parent });
    const expired = await insertCrud(sql, ada, 'expired');
    await sql(
      `update activities set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second'
      where id = cast(:expired as uuid)`,
      { expired },
    );
    expect(await refused(expired)).toBe('NotFound');
    const deleted = await post(ada, 'deleted');
    await ada.ask('mutation ($id: ID!) { deleteActivity(id: $id) { id } }', { id: deleted });
    expect(await refused(deleted)).toBe('NotFound');
    expect(await refused(crypto.randomUUID())).toBe('NotFound');
    const kept = await post(ada, 'behind a block');
    await ada.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: grace.id });
    expect(await refused(kept)).toBe('NotFound');
    expect(await grace.refusal(THREAD, { id: kept })).toBe('NotFound');
    await ada.ask('mutation ($id: ID!) { unblockProfile(id: $id) { id } }', { id: grace.id });
    expect(await refused(kept)).toBeUndefined();
  });

  it('go with their crud', async () => {
    const root = await post(ada, 'with all');
    const answer = await reply(grace, root, 'mine');
    await ada.ask('mutation ($id: ID!) { deleteActivity(id: $id) { id } }', { id: root });
    expect(await grace.refusal(THREAD, { id: answer })).toBe('NotFound');
  });

  it('tell listeners of each reply, and of the new count', async () => {
    const root = await post(ada, 'live');
    using replies = await ada.subscribe(
      'subscription ($t: ID!) { onThreadReply(threadId: $t) { id message threadId } }',
      { t: root },
    );
    using changes = await ada.subscribe(
      `subscription ($ids: [ID!]!) {
        onActivityChanged(ids: $ids) { id parentId parentChanged parentReplyCount changed deletedAt }
      }`,
      { ids: [root] },
    );
    await grace.ask(
      `mutation ($c: ID!, $p: ID!) { createActivity(clientId: $c, message: "heard", parentId: $p) {
        id message parentId threadId parentChanged parentReplyCount changed deletedAt
      } }`,
      { c: crypto.randomUUID(), p: root },
    );
    expect(await replies.next()).toMatchObject({ message: 'heard', threadId: root });
    expect(await changes.next()).toMatchObject({ parentId: root, parentChanged: true, parentReplyCount: 1 });
  });
});
