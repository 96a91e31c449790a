import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';

/** The caller's memberships, newest activity first. */
export function newestMemberships(ctx: Context, limit: number, nextToken: string | null = null) {
  return {
    operation: 'Query',
    index: 'byActivity',
    query: {
      expression: 'userId = :caller',
      expressionValues: util.dynamodb.toMapValues({ ':caller': callerId(ctx) }),
    },
    scanIndexForward: false,
    limit,
    nextToken,
  };
}
