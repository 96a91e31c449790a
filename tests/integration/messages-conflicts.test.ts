import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { createJsEvaluator } from '../../local/services/appsync/runtime/index.ts';
import type { EvaluationContext } from '../../local/services/appsync/runtime/evaluator.ts';

// What a store on one machine never does: two transactions that meet, and throttling.
const { outputFiles } = buildSync({
  entryPoints: [join(import.meta.dirname, '../../amplify/data/resolvers/messages/send/write.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
});
const resolver = createJsEvaluator(outputFiles[0]!.text);
const conversation = { id: 'c', memberIds: ['me', 'you'], membersVersion: 1, lastSeq: 4, revision: 0 };

function context(members: object): EvaluationContext {
  return {
    arguments: { conversationId: 'c', clientId: 'k', text: 'hi' },
    identity: { sub: 'me' },
    source: null,
    request: { headers: {}, domainName: null },
    info: {
      fieldName: 'sendMessage',
      parentTypeName: 'Mutation',
      variables: {},
      selectionSetList: [],
      selectionSetGraphQL: '',
    },
    stash: { awsAppsyncApiId: 'api', conversation, member: { readSeq: 4, sentUnread: [] } },
    env: {},
    prev: { result: null },
    ...members,
  };
}

function cancelled(...reasons: object[]) {
  const none = { type: 'None', item: null };
  return {
    error: { type: 'DynamoDB:TransactionCanceledException', message: '' },
    result: { keys: null, cancellationReasons: [...reasons, none, none, none].slice(0, 5) },
  };
}

describe('a send that meets another one', () => {
  it('tries again, and after five times asks the client to', () => {
    const at = context(cancelled({ type: 'TransactionConflict', item: null }));
    for (let n = 1; n < 5; n += 1) expect(resolver.response(at).value).toBeNull();
    expect(() => resolver.response(at)).toThrow(expect.objectContaining({ errorType: 'Conflict' }));
  });

  it('takes the number after the one that was taken, and tells who is a member now', () => {
    const now = { ...conversation, lastSeq: 9, membersVersion: 2, memberIds: ['me', 'other'] };
    const at = context(cancelled({ type: 'ConditionalCheckFailed', item: now }));
    expect(resolver.response(at).value).toBeNull();
    const text = JSON.stringify(resolver.request(at).value);
    expect(text).toContain('m:000000000010');
    expect(text).toContain('"other"');
    expect(text).not.toContain('"you"');
  });

  it('is refused when its sender was removed meanwhile', () => {
    const now = { ...conversation, memberIds: ['you'] };
    const at = context(cancelled({ type: 'ConditionalCheckFailed', item: now }));
    expect(() => resolver.response(at)).toThrow(expect.objectContaining({ errorType: 'NotFound' }));
  });

  it.each([
    ['DynamoDB:ProvisionedThroughputExceededException', 'Busy'],
    ['DynamoDB:DynamoDbException', 'Internal'],
  ])('tells %s from the rest, without its words', (type, errorType) => {
    const at = context({ error: { type, message: 'secret' }, result: null });
    expect(() => resolver.response(at)).toThrow(
      expect.objectContaining({ errorType, message: expect.not.stringContaining('secret') }),
    );
  });
});
