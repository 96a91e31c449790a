import { expect, test } from 'vitest';
import { GraphQLError, parse, print } from './graphql-language.ts';

test.each(['query', 'mutation', 'subscription'])('knows a %s', (operation) => {
  const document = `\n  ${operation} Name($id: ID!) { field(id: $id) { id } }`;
  const parsed = parse(document);
  expect(parsed.definitions[0]).toEqual({ kind: 'OperationDefinition', operation });
  expect(print(parsed)).toBe(document);
});

test('refuses what starts with anything else', () => {
  expect(() => parse('fragment F on T { id } query { f }')).toThrow(SyntaxError);
  expect(() => parse('queryable')).toThrow(SyntaxError);
});

test('an error keeps its reason', () => {
  const reason = new Error('x');
  expect(new GraphQLError('y', null, null, null, null, reason)).toMatchObject({
    message: 'y',
    originalError: reason,
  });
});
