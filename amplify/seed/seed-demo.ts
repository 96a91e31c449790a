import { readFileSync } from 'node:fs';
import {
  AdminAddUserToGroupCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ExecuteStatementCommand, RDSDataClient, type RDSDataClientConfig } from '@aws-sdk/client-rds-data';
import { createAccount } from './create-person.ts';
import { DEMO_PEOPLE, type DemoPerson } from './people.ts';
import { DEMO_POSTS, DEMO_REPLIES } from './posts.ts';
import { seedConversations, type MessageTables } from './seed-conversations.ts';
import { stableUuid } from './stable-uuid.ts';

/** Where the demo data go: what `amplify_outputs.json` says of a sandbox. */
export interface SeedTarget {
  userPoolId: string;
  handlesTable: string;
  messageTables: MessageTables;
  clusterArn: string;
  secretArn: string;
  database: string;
  imagesBucket: string;
}

/** Endpoint, region and credentials of every client; empty on AWS, where the environment says them. */
export type ClientOptions = Pick<RDSDataClientConfig, 'region' | 'endpoint' | 'credentials'>;

/** Runs a statement; answers the first value of its first row, when that is text. */
export type Execute = (text: string, values: Record<string, string>) => Promise<string | undefined>;

function sql(path: string): string {
  return readFileSync(new URL(`../../sql/${path}`, import.meta.url), 'utf8');
}

/** Creates the demo people, their cruds and their conversations. Deterministic but for the moment it runs; may run any number of times. */
export async function seedDemo(
  target: SeedTarget,
  password: string,
  options: ClientOptions = {},
): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(options);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(options));
  const database = new RDSDataClient(options);
  const execute: Execute = async (text, values) => {
    const { records = [] } = await database.send(
      new ExecuteStatementCommand({
        resourceArn: target.clusterArn,
        secretArn: target.secretArn,
        database: target.database,
        sql: text,
        parameters: Object.entries(values).map(([name, stringValue]) => ({ name, value: { stringValue } })),
      }),
    );
    return records[0]?.[0]?.stringValue;
  };

  const ids = new Map<string, string>();

  async function seedPerson(person: DemoPerson): Promise<void> {
    const userId = await createAccount(cognito, target.userPoolId, person, password);
    if (person.moderates) {
      await cognito.send(
        new AdminAddUserToGroupCommand({
          UserPoolId: target.userPoolId,
          Username: person.email,
          GroupName: 'moderators',
        }),
      );
    }
    const { handle, displayName } = person;
    ids.set(handle, userId);
    await documents.send(
      new PutCommand({ TableName: target.handlesTable, Item: { handle, userId, displayName } }),
    );
    await execute(sql('queries/create_profile.sql'), { id: userId, handle, display_name: displayName });
  }

  await Promise.all(DEMO_PEOPLE.map(seedPerson));
  const rows: Record<string, unknown>[] = [];
  for (const post of [...DEMO_POSTS, ...DEMO_REPLIES]) {
    const about = (start?: string): unknown =>
      start && rows.find(({ message }) => String(message).startsWith(start))?.['client_id'];
    rows.push({
      client_id: stableUuid(`${post.handle}:${post.message}`),
      handle: post.handle,
      message: post.message,
      minutes_ago: post.minutesAgo,
      lives_hours: post.livesHours,
      parent_client_id: about(post.replyTo),
      quoted_client_id: about(post.quotes),
    });
  }
  // What something is about must be there before it: those that stand for themselves, then one by one.
  const alone = DEMO_POSTS.length;
  for (const some of [rows.slice(0, alone), ...rows.slice(alone).map((row) => [row])]) {
    await execute(sql('seed/demo_activities.sql'), { posts: JSON.stringify(some) });
  }
  const handles = JSON.stringify(DEMO_PEOPLE.map(({ handle }) => handle));
  await execute(sql('seed/demo_social.sql'), { handles });
  await seedConversations(documents, target.messageTables, (handle) => ids.get(handle)!);
  // What draws them is loaded when there is something to draw: `npm start` seeds once.
  const { uploadPictures } = await import('./pictures/upload-pictures.ts');
  await uploadPictures(ids, target.imagesBucket, execute, options);
  cognito.destroy();
  documents.destroy();
  database.destroy();
}
