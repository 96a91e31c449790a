import { util } from '@aws-appsync/utils';

/** A query for the part of a conversation between two sort keys, both included. */
export function between(
  conversationId: string,
  from: string,
  to: string,
  options: { limit: number; newestFirst: boolean },
) {
  return {
    operation: 'Query',
    query: {
      expression: 'conversationId = :conversation AND #id BETWEEN :from AND :to',
      expressionNames: { '#id': 'id' },
      expressionValues: util.dynamodb.toMapValues({
        ':conversation': conversationId,
        ':from': from,
        ':to': to,
      }),
    },
    consistentRead: true,
    scanIndexForward: !options.newestFirst,
    limit: options.limit,
  };
}
