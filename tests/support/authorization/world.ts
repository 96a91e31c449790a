import { randomInt, randomUUID } from 'node:crypto';
import type { LocalCloud } from '../../../local/cloud.ts';
import type { Guest } from '../guest.ts';
import { send, start } from '../messages.ts';
import { createPeople, type Person } from '../people.ts';
import { createSql } from '../sql.ts';
import type { Role } from './table.ts';

/** What stands around one call: everything is new, so that no call changes what another one finds. */
export interface Fixture {
  caller: Guest | Person;
  /** Whom the call is about; the caller, in the role of the author. */
  person: { id: string; handle: string };
  /** A crud of that person, with a like and a reply. */
  crudId: string;
  /** A report about somebody, open. */
  reportId: string;
  /** A conversation of the caller's own in the role of the author, else of others; with one message. */
  conversationId: string;
  /** A profile that nobody has anything to do with. */
  bystander: { id: string; handle: string };
}

export interface World {
  around(role: Role, ownAccount: boolean): Promise<Fixture>;
}

const SUSPEND = 'mutation ($id: ID!) { suspendProfile(id: $id, reason: "test") }';

export async function createWorld(cloud: LocalCloud): Promise<World> {
  const people = await createPeople(cloud);
  const sql = await createSql(cloud);
  const guest = await people.guest();
  const moderator = await people.moderator();
  const others = await people.persons('other', 'another');
  const theirConversation = await start(others[0], [others[1]]);
  await send(others[0], theirConversation, 'Between us');
  const callers = new Map<Role, Person>();
  const conversations = new Map<string, string>();

  async function makeCaller(role: Role): Promise<Person> {
    const person = role === 'moderator' ? await people.moderator() : await people.person(role);
    if (role === 'author') {
      const own = await start(person, []);
      await send(person, own, 'To myself');
      conversations.set(person.id, own);
    }
    // As a moderator does it: Postgres and what direct messages know of it.
    if (role === 'suspended') await moderator.ask(SUSPEND, { id: person.id });
    return person;
  }

  async function callerOf(role: Role, ownAccount: boolean): Promise<Guest | Person> {
    if (role === 'guest') return guest;
    if (ownAccount) return makeCaller(role);
    const known = callers.get(role) ?? (await makeCaller(role));
    callers.set(role, known);
    return known;
  }

  async function insertPerson(): Promise<{ id: string; handle: string }> {
    const made = { id: randomUUID(), handle: `p${randomInt(10 ** 12)}` };
    await sql(
      'insert into profiles (id, handle, display_name) values (cast(:id as uuid), :handle, :handle)',
      made,
    );
    return made;
  }

  return {
    async around(role, ownAccount) {
      const caller = await callerOf(role, ownAccount);
      const me = 'id' in caller ? caller : undefined;
      const bystander = await insertPerson();
      const person = role === 'author' ? me! : await insertPerson();
      const [crud] = await sql<{ id: string }>(
        `insert into activities (author_id, client_id, message, expires_at)
         values (cast(:id as uuid), gen_random_uuid(), 'A crud #table', now() + interval '1 day') returning id`,
        { id: person.id },
      );
      const crudId = crud!.id;
      const pair = { id: person.id, other: bystander.id };
      await sql(
        `insert into likes (activity_id, profile_id) values (cast(:crud as uuid), cast(:other as uuid))`,
        { crud: crudId, other: bystander.id },
      );
      await sql(
        `insert into follows (follower_id, followee_id)
         values (cast(:id as uuid), cast(:other as uuid)), (cast(:other as uuid), cast(:id as uuid))`,
        pair,
      );
      const [report] = await sql<{ id: string }>(
        `insert into reports (reporter_id, profile_id, reason)
         values (cast(:other as uuid), cast(:reported as uuid), 'SPAM') returning id`,
        { other: bystander.id, reported: (await insertPerson()).id },
      );
      if (role === 'blocked') {
        await sql(
          'insert into blocks (blocker_id, blocked_id) values (cast(:id as uuid), cast(:me as uuid))',
          {
            id: person.id,
            me: me!.id,
          },
        );
      }
      const conversationId = (me && conversations.get(me.id)) ?? theirConversation;
      return { caller, person, crudId, reportId: report!.id, conversationId, bystander };
    },
  };
}
