import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql16';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AUTHORIZATION_TABLE } from '../support/authorization-table.ts';
import { ROLES, type Role, type Row } from '../support/authorization/table.ts';
import { createWorld, type Fixture, type World } from '../support/authorization/world.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';

let test: TestCloud;
let world: World;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  world = await createWorld(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

/** `Query.me` and so on, of the schema that the assembly deploys. */
function fieldsOf(assembly: string): string[] {
  const file = readdirSync(assembly).find((name) => name.endsWith('.graphql'));
  const { definitions } = parse(readFileSync(join(assembly, file!), 'utf8'));
  return definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION && /^(Query|Mutation|Subscription)$/.test(type.name.value)
      ? (type.fields ?? []).map((field) => `${type.name.value}.${field.name.value}`)
      : [],
  );
}

function isNothing(value: unknown): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return true;
  const { items } = value as { items?: unknown };
  return Array.isArray(items) && items.length === 0;
}

async function outcomeOf(row: Row, around: Fixture): Promise<string> {
  const [query, variables] = row.ask(around);
  if (query.startsWith('subscription')) {
    try {
      (await around.caller.subscribe(query, variables))[Symbol.dispose]();
      return 'yes';
    } catch (error) {
      return String(error).match(/"errorType":"(\w+)"/)?.[1] ?? String(error);
    }
  }
  const { data, errors } = await around.caller.graphql(query, variables);
  if (errors?.length) return errors[0]!.errorType ?? errors[0]!.message;
  return isNothing(Object.values(data as object)[0]) ? 'nothing' : 'yes';
}

describe('authorization', () => {
  it('has a row for every field of the schema, and none for what is not there', () => {
    expect(Object.keys(AUTHORIZATION_TABLE).toSorted()).toEqual(
      fieldsOf(inject('sandboxAssembly')).toSorted(),
    );
  });

  it.each(Object.entries(AUTHORIZATION_TABLE))('%s', async (_name, row) => {
    const outcomes = {} as Record<Role, string>;
    for (const role of ROLES) {
      const around = await world.around(role, row.spendsCaller ?? false);
      outcomes[role] = await outcomeOf(row, around);
    }
    expect(outcomes).toEqual(Object.fromEntries(ROLES.map((role, index) => [role, row.outcomes[index]])));
  });
});
