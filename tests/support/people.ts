import { randomInt } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { createAccount } from '../../amplify/seed/create-person.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { createCaller, type Caller } from './graphql.ts';
import { createGuest, type Guest } from './guest.ts';
import { signInBySrp } from './srp-sign-in.ts';
import { subscribe, type Events } from './subscribe.ts';

/** Everybody's password in tests. */
export const PASSWORD = 'Fading-Ink-42';

/** Somebody with an account, a handle and a profile, signed in. */
export interface Person extends Caller {
  /** The Cognito user's sub, and the profile's id. */
  readonly id: string;
  readonly handle: string;
  readonly email: string;
  /** The access token, as it was at the last sign-in. */
  readonly token: string;
  /** Signs in again: for new groups to count, after the clock moved, for a fresh `auth_time`. */
  signIn(): Promise<void>;
  /** Subscribes and waits until the server has acknowledged it. */
  subscribe(query: string, variables?: Record<string, unknown>): Promise<Events>;
}

export interface People {
  /** @param name the start of the handle, at most 12 letters; digits follow, so that each is new */
  person(name?: string, options?: { groups?: string[] }): Promise<Person>;
  /** Somebody who was made before, by an earlier local cloud on the same state. */
  known(account: Pick<Person, 'id' | 'handle' | 'email'>): Promise<Person>;
  /** Several, one after the other: `const [ada, grace] = await people.persons('ada', 'grace')`. */
  persons<Names extends string[]>(...names: Names): Promise<{ [Index in keyof Names]: Person }>;
  /** Many, who are interchangeable. */
  crowd(number: number): Promise<Person[]>;
  moderator(): Promise<Person>;
  guest(): Promise<Guest>;
  /** For a test's own Cognito calls, with the developer's rights. */
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
}

/** Makes people of a running local cloud, through Cognito and GraphQL as the app does. */
export async function createPeople(cloud: LocalCloud): Promise<People> {
  const { outputs } = await cloud.outputs();
  const { auth, data } = outputs as {
    auth: { user_pool_id: string; user_pool_client_id: string; aws_region: string };
    data: { url: string };
  };
  const cognito = new CognitoIdentityProviderClient({
    region: auth.aws_region,
    endpoint: cloud.baseUrl,
    credentials: cloud.developerCredentials,
  });

  async function newToken(email: string): Promise<string> {
    const tokens = await signInBySrp(cognito, {
      userPoolId: auth.user_pool_id,
      clientId: auth.user_pool_client_id,
      username: email,
      password: PASSWORD,
      now: cloud.clock.now(),
    });
    return tokens.AccessToken!;
  }

  async function person(name = 'person', options: { groups?: string[] } = {}): Promise<Person> {
    const handle = `${name}_${randomInt(1_000_000).toString().padStart(6, '0')}`;
    const email = `${handle}@example.com`;
    const id = await createAccount(
      cognito,
      auth.user_pool_id,
      { handle, displayName: name, email },
      PASSWORD,
    );
    for (const GroupName of options.groups ?? []) {
      await cognito.send(
        new AdminAddUserToGroupCommand({ UserPoolId: auth.user_pool_id, Username: email, GroupName }),
      );
    }
    const made = await known({ id, handle, email });
    await made.ask('mutation { ensureProfile { id } }');
    return made;
  }

  async function known({ id, handle, email }: Pick<Person, 'id' | 'handle' | 'email'>): Promise<Person> {
    let token = await newToken(email);
    const caller = createCaller((body) =>
      fetch(data.url, {
        method: 'POST',
        headers: { authorization: token, 'content-type': 'application/json' },
        body,
      }),
    );
    return {
      ...caller,
      id,
      handle,
      email,
      get token() {
        return token;
      },
      async signIn() {
        token = await newToken(email);
      },
      subscribe: (query, variables = {}) => subscribe(data.url, token, query, variables),
    };
  }

  return {
    cognito,
    userPoolId: auth.user_pool_id,
    person,
    known,
    async persons(...names) {
      const made: Person[] = [];
      for (const name of names) made.push(await person(name));
      return made as never;
    },
    async crowd(number) {
      const made: Person[] = [];
      // A few at a time: signing in is arithmetic, for both sides.
      while (made.length < number) {
        const some = Math.min(8, number - made.length);
        made.push(...(await Promise.all(Array.from({ length: some }, () => person('crowd')))));
      }
      return made;
    },
    moderator: () => person('moderator', { groups: ['moderators'] }),
    guest: () => createGuest(cloud),
  };
}
