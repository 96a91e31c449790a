import {
  AdminGetUserCommand,
  AssociateSoftwareTokenCommand,
  ListUsersInGroupCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Caller } from '../support/graphql.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { exported } from '../support/exported.ts';
import { createPeople, type People } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';
import { totp } from '../support/totp.ts';

let test: TestCloud;
let people: People;
let sql: RunSql;
let guest: Caller;
let documents: DynamoDBDocumentClient;
let table: string;

const AVAILABLE = 'query ($handle: String!) { handleAvailable(handle: $handle) }';
const CHANGE = 'mutation ($handle: String!) { changeHandle(handle: $handle) { id handle } }';
const PROFILE = 'query ($handle: String!) { profile(handle: $handle) { id } }';
const DAY_MS = 24 * 3600 * 1000;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  sql = await createSql(test.cloud);
  guest = await people.guest();
  const { outputs } = await test.cloud.outputs();
  table = (outputs as any).custom.seed.handlesTable;
  documents = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: test.cloud.context.region,
      endpoint: test.cloud.baseUrl,
      credentials: test.cloud.developerCredentials,
    }),
  );
});
afterAll(() => test[Symbol.asyncDispose]());

let count = 0;
const freshHandle = (): string => `fresh_${process.pid}_${(count += 1)}`;
const handleItem = async (handle: string) =>
  (await documents.send(new GetCommand({ TableName: table, Key: { handle } }))).Item;
const available = (caller: Caller, handle: string): Promise<boolean> => caller.ask(AVAILABLE, { handle });

describe('a handle', () => {
  it('is available to anybody until somebody has it', async () => {
    const ada = await people.person('ada');
    const handle = freshHandle();
    expect(await available(guest, handle)).toBe(true);
    expect(await available(guest, ` @${handle.toUpperCase()} `)).toBe(true);
    expect(await available(guest, ada.handle)).toBe(false);
    expect(await available(ada, ada.handle)).toBe(true);
    for (const bad of ['', 'ab', 'admin', '1st', 'аdа', 'a-b', 'x'.repeat(21), '#deleting', 'a b']) {
      expect(await available(guest, bad), bad).toBe(false);
    }
  });

  it('is free again when a reservation ran out', async () => {
    const handle = freshHandle();
    const expiresAt = Math.floor(test.cloud.clock.now() / 1000) - 1;
    await documents.send(
      new PutCommand({ TableName: table, Item: { handle, userId: 'somebody', expiresAt } }),
    );
    expect(await available(guest, handle)).toBe(true);
  });

  it('changes in the table, the profile and the account', async () => {
    const ada = await people.person('ada');
    const handle = freshHandle();
    expect(await ada.ask(CHANGE, { handle: `@${handle.toUpperCase()}` })).toEqual({ id: ada.id, handle });
    expect(await guest.ask(PROFILE, { handle })).toEqual({ id: ada.id });
    expect(await guest.ask(PROFILE, { handle: ada.handle })).toBeNull();
    expect(await handleItem(handle)).toMatchObject({ userId: ada.id });
    expect((await handleItem(handle))!['expiresAt']).toBeUndefined();
    const user = await people.cognito.send(
      new AdminGetUserCommand({ UserPoolId: people.userPoolId, Username: ada.email }),
    );
    expect(user.UserAttributes).toContainEqual({ Name: 'preferred_username', Value: handle });
  });

  it('is kept for 30 days for whom it belonged to', async () => {
    const [ada, mallory] = await people.persons('ada', 'mallory');
    const old = ada.handle;
    await ada.ask(CHANGE, { handle: freshHandle() });
    const { expiresAt } = (await handleItem(old))!;
    expect(expiresAt * 1000 - Date.now()).toBeGreaterThan(29 * DAY_MS);
    expect(expiresAt * 1000 - Date.now()).toBeLessThan(31 * DAY_MS);
    expect(await available(mallory, old)).toBe(false);
    expect(await mallory.refusal(CHANGE, { handle: old })).toBe('HandleTaken');
    expect(await available(ada, old)).toBe(true);
    expect(await ada.ask(CHANGE, { handle: old })).toEqual({ id: ada.id, handle: old });
    expect((await handleItem(old))!['expiresAt']).toBeUndefined();
  });

  it('is refused with the reason, and the old one stays', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    for (const bad of ['ab', 'admin', 'аdа_ada', 'x'.repeat(21)]) {
      expect(await ada.refusal(CHANGE, { handle: bad }), bad).toBe('HandleInvalid');
    }
    expect(await ada.refusal(CHANGE, { handle: grace.handle })).toBe('HandleTaken');
    expect(await guest.ask(PROFILE, { handle: ada.handle })).toEqual({ id: ada.id });
  });

  it('goes to one of those who want it at once', async () => {
    const crowd = await people.persons('a', 'b', 'c', 'd');
    const handle = freshHandle();
    const refusals = await Promise.all(crowd.map((one) => one.refusal(CHANGE, { handle })));
    expect(refusals.toSorted()).toEqual(['HandleTaken', 'HandleTaken', 'HandleTaken', undefined]);
    for (const one of crowd) {
      const { handle: mine } = await one.ask('{ me { handle } }');
      expect(await handleItem(mine)).toMatchObject({ userId: one.id });
    }
  });

  it('that a change left behind half-way is finished by doing it again', async () => {
    const ada = await people.person('ada');
    const handle = freshHandle();
    // As if the function had ended right after it took the new one.
    await documents.send(
      new PutCommand({ TableName: table, Item: { handle, userId: ada.id, displayName: 'ada' } }),
    );
    expect(await guest.ask(PROFILE, { handle: ada.handle })).toEqual({ id: ada.id });
    expect(await ada.ask(CHANGE, { handle })).toEqual({ id: ada.id, handle });
    expect((await handleItem(ada.handle))!['expiresAt']).toBeGreaterThan(0);
    // As if it had ended before it gave the old one up.
    await documents.send(new PutCommand({ TableName: table, Item: { handle: ada.handle, userId: ada.id } }));
    await ada.ask(CHANGE, { handle });
    expect((await handleItem(ada.handle))!['expiresAt']).toBeGreaterThan(0);
    expect((await handleItem(handle))!['expiresAt']).toBeUndefined();
  });

  it('changes five times a day at most', async () => {
    const ada = await people.person('ada');
    for (let times = 0; times < 5; times += 1) await ada.ask(CHANGE, { handle: freshHandle() });
    expect(await ada.refusal(CHANGE, { handle: freshHandle() })).toBe('RateLimited');
  });
});

describe('the export', () => {
  it('holds everything of the caller, in pages, and nothing of others', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    await ada.ask('mutation ($id: ID!) { followProfile(id: $id) { id } }', { id: grace.id });
    await grace.ask('mutation ($id: ID!) { followProfile(id: $id) { id } }', { id: ada.id });
    await sql(
      `insert into activities (author_id, client_id, message, expires_at)
       select cast(:id as uuid), gen_random_uuid(), 'crud ' || number, now() + interval '1 day'
       from generate_series(1, 95) number`,
      { id: ada.id },
    );
    await sql(
      `insert into likes (activity_id, profile_id)
       select id, cast(:grace as uuid) from activities where author_id = cast(:ada as uuid) and message like '%5'`,
      { ada: ada.id, grace: grace.id },
    );
    await ada.ask('mutation ($id: ID!) { muteProfile(id: $id) { id } }', { id: grace.id });
    const items = await exported(ada);
    const of = (section: string): any[] => items.filter((item) => item.section === section);
    expect(of('profile')).toEqual([expect.objectContaining({ id: ada.id, handle: ada.handle })]);
    expect(new Set(of('activities').map((item) => item.message)).size).toBe(95);
    expect(of('following')).toEqual([expect.objectContaining({ handle: grace.handle })]);
    expect(of('followers')).toEqual([expect.objectContaining({ handle: grace.handle })]);
    expect(of('mutes')).toEqual([expect.objectContaining({ handle: grace.handle })]);
    expect(of('notifications').map((item) => item.kind)).toEqual(['FOLLOW', ...Array(10).fill('LIKE')]);
    expect(of('likes')).toEqual([]);
    expect(of('handles')).toEqual([{ section: 'handles', handle: ada.handle, keptUntil: null }]);
    const handle = freshHandle();
    await ada.ask(CHANGE, { handle });
    const handles = (await exported(ada)).filter((item) => item.section === 'handles');
    expect(handles).toHaveLength(2);
    expect(handles).toEqual(
      expect.arrayContaining([
        { section: 'handles', handle, keptUntil: null },
        { section: 'handles', handle: ada.handle, keptUntil: expect.stringMatching(/^20.*Z$/) },
      ]),
    );
    const others = await exported(grace);
    expect(others.filter((item) => item.section === 'likes')).toHaveLength(10);
    expect(others.filter((item) => item.section === 'activities')).toEqual([]);
    // Who muted somebody is not theirs to know.
    expect(others.filter((item) => item.section === 'mutes')).toEqual([]);
    const bad = 'query { exportAccount(cursor: "OTl8fA==") { cursor } }';
    expect(await ada.refusal(bad)).toBe('InvalidCursor');
  });
});

describe('deletion', () => {
  const DELETE = 'mutation { deleteAccount }';

  it('asks for a fresh sign-in, then takes everything', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    await ada.ask('mutation ($id: ID!) { followProfile(id: $id) { id } }', { id: grace.id });
    await ada.ask(
      'mutation { createActivity(clientId: "9a0f7a5e-3c0e-4f3b-9a55-2f0c5d6b7e81", message: "bye") { id } }',
    );
    test.cloud.clock.advance(301_000);
    expect(await ada.refusal(DELETE)).toBe('ReauthenticationRequired');
    await ada.signIn();
    expect(await ada.ask(DELETE)).toBe(true);

    await expect(ada.signIn()).rejects.toThrow();
    expect(await handleItem(ada.handle)).toBeUndefined();
    expect(await available(guest, ada.handle)).toBe(true);
    expect(await guest.ask(PROFILE, { handle: ada.handle })).toBeNull();
    const left = await sql(
      `select (select count(*) from profiles where id = cast(:id as uuid))
            + (select count(*) from activities where author_id = cast(:id as uuid))
            + (select count(*) from follows where follower_id = cast(:id as uuid))
            + (select count(*) from notifications where actor_id = cast(:id as uuid)) as number`,
      { id: ada.id },
    );
    expect(left).toEqual([{ number: 0 }]);
    expect(await grace.ask('{ me { followerCount } }')).toEqual({ followerCount: 0 });
    const deleting = await people.cognito.send(
      new ListUsersInGroupCommand({ UserPoolId: people.userPoolId, GroupName: 'deleting' }),
    );
    expect(deleting.Users).toEqual([]);
  });

  it('that was interrupted leaves nobody to sign in, and is finished by the schedule', async () => {
    const ada = await people.person('ada');
    // Somebody who was deleted stands in the way: rows that refer to the profile without a cascade.
    await sql('create table stands_in_the_way (id uuid references profiles (id))');
    await sql('insert into stands_in_the_way values (cast(:id as uuid))', { id: ada.id });
    await ada.signIn();
    expect(await ada.ask(DELETE)).toBe(true);
    await expect(ada.signIn()).rejects.toThrow();
    expect(await ada.refusal('mutation { ensureProfile { id } }')).toBeDefined();
    expect(
      await sql('select handle from profiles where id = cast(:id as uuid)', { id: ada.id }),
    ).toHaveLength(1);

    await sql('drop table stands_in_the_way');
    test.cloud.clock.advance(3_601_000);
    await test.cloud.settle();
    expect(await sql('select handle from profiles where id = cast(:id as uuid)', { id: ada.id })).toEqual([]);
    expect(await handleItem(ada.handle)).toBeUndefined();
    const user = new AdminGetUserCommand({ UserPoolId: people.userPoolId, Username: ada.email });
    await expect(people.cognito.send(user)).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });
});

describe('a second factor', () => {
  it('may be an authenticator app, and is asked for from then on', async () => {
    const ada = await people.person('ada');
    const AccessToken = ada.token;
    const { SecretCode } = await people.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    const UserCode = totp(SecretCode!, test.cloud.clock.now());
    const verified = await people.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
    expect(verified.Status).toBe('SUCCESS');
    const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
    await people.cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
    await expect(ada.signIn()).rejects.toThrow('SOFTWARE_TOKEN_MFA');
  });
});
