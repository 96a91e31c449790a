import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import * as dm from '../support/messages.ts';
import { createPeople } from '../support/people.ts';
import { resourcesOf, statementsOf } from '../support/templates.ts';

const assemblies = [
  ['sandbox', inject('sandboxAssembly')],
  ['branch', inject('branchAssembly')],
] as const;

describe.each(assemblies)('the tables of direct messages in the %s assembly', (type, assembly) => {
  const resources = resourcesOf(assembly);
  const tables = resources.filter((resource) => resource.Type === 'Custom::AmplifyDynamoDBTable');

  it('are encrypted, recoverable to a point in time, and named as the resolvers expect', () => {
    const names = tables.map((table) => JSON.stringify(table.Properties['tableName']));
    for (const model of ['Conversation', 'ConversationMember', 'Message', 'MessageBlock']) {
      expect(names.filter((name) => name.includes(`"${model}-"`) && name.includes('"-NONE"'))).toHaveLength(
        1,
      );
    }
    for (const table of tables) {
      expect(table.Properties).toMatchObject({
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        sseSpecification: { sseEnabled: true },
        deletionProtectionEnabled: type === 'branch',
      });
      expect(table.DeletionPolicy).toBe(type === 'branch' ? 'Retain' : 'Delete');
    }
  });

  it('are reached by a data source that may do what transactions need, and neither scan nor query', () => {
    const actions = statementsOf(resources)
      .filter((statement) => /DirectMessages/.test(statement.owner))
      .flatMap((statement) => statement.actions);
    expect(new Set(actions)).toEqual(
      new Set(['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem']),
    );
  });

  it('have no operation of their own in the API', () => {
    const fields = resources
      .filter((resource) => resource.Type === 'AWS::AppSync::Resolver')
      .map((resource) => String(resource.Properties['FieldName']));
    expect(fields).toContain('sendMessage');
    const generated = /^(get|list|create|update|delete|on(Create|Update|Delete))(Conversation|Message)/;
    const ours = ['deleteMessage'];
    expect(fields.filter((field) => generated.test(field) && !ours.includes(field))).toEqual([]);
  });
});

describe('on a branch', () => {
  let test: TestCloud;
  beforeAll(async () => {
    test = await startTestCloud(inject('branchAssembly'));
  });
  afterAll(() => test[Symbol.asyncDispose]());

  it('every transaction works: start, send, edit, delete, read, add, leave', async () => {
    const people = await createPeople(test.cloud);
    const [ada, grace, joan] = await people.persons('ada', 'grace', 'joan');
    const conversationId = await dm.start(ada, [grace, joan], 'Deployed');
    await dm.send(ada, conversationId, 'one');
    await dm.send(ada, conversationId, 'two');
    await ada.ask(dm.EDIT, { conversationId, seq: 1, text: 'one!' });
    await ada.ask(dm.DELETE, { conversationId, seq: 2 });
    await grace.ask(dm.READ, { conversationId, upTo: 2 });
    await joan.ask(dm.LEAVE, { conversationId });
    await grace.ask(dm.ADD, { conversationId, memberIds: [joan.id] });
    expect(await dm.history(grace, conversationId)).toMatchObject([{ text: 'one!' }, { text: null }]);
    expect((await joan.ask(dm.CONVERSATION, { id: conversationId })).unread).toBe(0);
  });
});
