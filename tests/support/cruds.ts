import type { Person } from './people.ts';
import type { RunSql } from './sql.ts';

/** Posts a crud through GraphQL; answers its id. */
export async function post(
  author: Person,
  message: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await author.ask(
    `mutation ($clientId: ID!, $message: String!, $parentId: ID, $quoteId: ID, $expiresIn: ExpiresIn) {
      createActivity(clientId: $clientId, message: $message, parentId: $parentId, quoteId: $quoteId, expiresIn: $expiresIn) {
        id notifies
      }
    }`,
    { clientId: crypto.randomUUID(), message, ...more },
  );
  return id as string;
}

/** A crud that no rule of posting keeps from being there. */
export async function insertCrud(sql: RunSql, author: Person, message: string): Promise<string> {
  const [row] = await sql<{ id: string }>(
    `insert into activities (author_id, client_id, message, expires_at)
     values (cast(:author as uuid), gen_random_uuid(), :message, now() + interval '1 hour') returning id`,
    { author: author.id, message },
  );
  return row!.id;
}
