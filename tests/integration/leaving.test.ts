import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { NOBODY } from '../../shared/message-keys.ts';
import { post } from '../support/cruds.ts';
import { photo } from '../support/images/pictures.ts';
import { imagesBucket, upload, type ImagesBucket } from '../support/images/uploads.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import * as dm from '../support/messages.ts';
import { exported } from '../support/exported.ts';
import { createPeople, type People } from '../support/people.ts';

let test: TestCloud;
let people: People;
let bucket: ImagesBucket;
let dynamo: DynamoDBClient;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  bucket = await imagesBucket(test.cloud);
  dynamo = new DynamoDBClient({
    region: test.cloud.context.region,
    endpoint: test.cloud.baseUrl,
    credentials: test.cloud.developerCredentials,
  });
});
afterAll(() => test[Symbol.asyncDispose]());

const DELETE = 'mutation { deleteAccount }';
const BLOCK = 'mutation ($id: ID!) { blockProfile(id: $id) { id } }';

/** Every item of a model's table. */
async function itemsOf(model: string): Promise<Record<string, any>[]> {
  const { TableNames = [] } = await dynamo.send(new ListTablesCommand({}));
  const TableName = TableNames.find((name) => name.startsWith(`${model}-`));
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName }));
  return Items;
}

describe('the export of conversations', () => {
  it('has all that one wrote, in pages, also where one left, and nothing that others wrote', async () => {
    const [ada, grace, joan] = await people.persons('ada', 'grace', 'joan');
    const group = await dm.start(ada, [grace, joan], 'Engines');
    const direct = await dm.start(ada, [grace]);
    const notes = await dm.start(ada, []);
    for (let number = 1; number <= 55; number += 1) await dm.send(ada, direct, `message ${number}`);
    await dm.send(ada, group, 'before I go');
    await dm.send(grace, group, 'not yours');
    await dm.send(ada, notes, 'milk');
    await ada.ask(dm.DELETE, { conversationId: direct, seq: 2 });
    await ada.ask(dm.LEAVE, { conversationId: group });

    const items = await exported(ada);
    const messages = items.filter((item) => item.section === 'messages');
    expect(messages.filter((item) => item.conversationId === direct).map((item) => item.number)).toEqual(
      Array.from({ length: 55 }, (_, index) => index + 1),
    );
    expect(messages.find((item) => item.number === 2)).toMatchObject({ text: null });
    expect(messages.map((item) => item.text)).toEqual(expect.arrayContaining(['before I go', 'milk']));
    expect(messages).toHaveLength(57);
    const conversations = items.filter((item) => item.section === 'conversations');
    expect(new Set(conversations.map((item) => item.id))).toEqual(new Set([direct, notes]));
    expect(conversations.find((item) => item.id === direct)).toMatchObject({ kind: 'DIRECT' });
    expect(JSON.stringify(items)).not.toContain('not yours');
    expect((await exported(grace)).filter((item) => item.section === 'messages')).toMatchObject([
      { text: 'not yours' },
    ]);
  });

  it('refuses cursors that are not its own', async () => {
    const ada = await people.person('ada');
    const bad = ['|', '99|', '1|2020-01-01|x', '11|nonsense', 'profile'];
    for (const text of bad) {
      const cursor = Buffer.from(text).toString('base64');
      const refusal = await ada.refusal('query ($c: String) { exportAccount(cursor: $c) { cursor } }', {
        c: cursor,
      });
      expect(refusal, text).toBe('InvalidCursor');
    }
  });
});

describe('deleting an account', () => {
  it('leaves nothing of what one wrote to others, and the others their own', async () => {
    const [ada, grace, joan] = await people.persons('ada', 'grace', 'joan');
    const group = await dm.start(ada, [grace, joan], 'Engines');
    const left = await dm.start(grace, [ada, joan], 'Looms');
    const direct = await dm.start(ada, [grace]);
    await dm.start(ada, []);
    await dm.send(ada, await dm.start(ada, []), 'a secret note');
    await dm.send(grace, direct, 'hello Ada');
    for (let number = 1; number <= 40; number += 1) await dm.send(ada, direct, `secret ${number}`);
    await dm.send(ada, group, 'secret to all');
    await dm.send(ada, left, 'secret, then I went');
    await ada.ask(dm.LEAVE, { conversationId: left });
    await ada.ask(BLOCK, { id: joan.id });
    const before = await grace.ask(dm.CONVERSATION, { id: direct });

    await ada.signIn();
    expect(await ada.ask(DELETE)).toBe(true);

    // Nothing names her any more but the ids of conversations, the group's owner is another one, and one mark is left.
    const messages = await itemsOf('Message');
    expect(JSON.stringify(messages)).not.toContain('secret');
    expect(messages.filter((item) => item.senderId === ada.id || item.id.includes(ada.id))).toEqual([]);
    const conversations = await itemsOf('Conversation');
    expect(JSON.stringify(conversations)).not.toContain('secret');
    for (const one of conversations) {
      expect(one.memberIds).not.toContain(ada.id);
      expect(one.ownerId).not.toBe(ada.id);
      expect(one.id).not.toBe(`notes_${ada.id}`);
    }
    const members = await itemsOf('ConversationMember');
    expect(members.filter((item) => item.userId === ada.id)).toEqual([]);
    const blocks = await itemsOf('MessageBlock');
    expect(blocks.filter((item) => item.blockerId === ada.id).map((item) => item.blockedId)).toEqual([
      ada.id,
    ]);

    // Grace still has her own words, sees that the rest is gone, and a client that was away learns of all of it.
    const history = await dm.history(grace, direct);
    expect(history).toHaveLength(41);
    expect(history[0]).toMatchObject({ text: 'hello Ada', senderId: grace.id });
    expect(new Set(history.slice(1).map((one: any) => `${one.text} ${one.senderId}`))).toEqual(
      new Set([`null ${NOBODY}`]),
    );
    const changes = await grace.ask(dm.MISSED, {
      conversationId: direct,
      afterSeq: 41,
      afterRevision: before.revision,
      limit: 50,
    });
    expect(new Set(changes.changed.map((one: any) => one.seq)).size).toBe(40);
    expect(await grace.ask(dm.CONVERSATION, { id: direct })).toMatchObject({
      memberIds: [grace.id],
      lastMessage: { text: null },
    });
    expect(await grace.ask(dm.CONVERSATION, { id: group })).toMatchObject({ ownerId: grace.id });
    // There is nobody to write to.
    const text = 'are you there?';
    expect(
      await grace.refusal(dm.SEND, { conversationId: direct, clientId: crypto.randomUUID(), text }),
    ).toBe('PersonNotFound');
    await dm.send(grace, group, 'still here');
    expect(await joan.ask(dm.CONVERSATION, { id: group })).toMatchObject({
      lastMessage: { text: 'still here' },
    });
  });

  it('of both of a conversation takes the conversation as well', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    const direct = await dm.start(ada, [grace]);
    await dm.send(ada, direct, 'soon gone');
    await dm.send(grace, direct, 'soon gone too');
    for (const one of [ada, grace]) {
      await one.signIn();
      await one.ask(DELETE);
    }
    expect((await itemsOf('Conversation')).filter((item) => item.id === direct)).toEqual([]);
    expect((await itemsOf('Message')).filter((item) => item.conversationId === direct)).toEqual([]);
  });

  it('takes the pictures out of the bucket, and frees the handle', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    await upload(test.cloud, ada, await photo());
    await test.cloud.settle();
    expect(await bucket.keys(ada.id)).toHaveLength(12);
    await post(ada, `I am here, @${grace.handle}`);
    await ada.signIn();
    await ada.ask(DELETE);
    await test.cloud.settle();
    expect(await bucket.keys(ada.id)).toEqual([]);
    const user = new AdminGetUserCommand({ UserPoolId: people.userPoolId, Username: ada.email });
    await expect(people.cognito.send(user)).rejects.toMatchObject({ name: 'UserNotFoundException' });
    expect(await grace.ask('{ notifications { items { id } } }')).toEqual({ items: [] });
    expect(
      await grace.ask('mutation ($h: String!) { changeHandle(handle: $h) { handle } }', { h: ada.handle }),
    ).toEqual({ handle: ada.handle });
  });
});
