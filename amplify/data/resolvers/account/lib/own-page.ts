import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { placeOf, type ExportArguments } from './place.ts';

/** The page of an index at the place where the export is: the entries whose `attribute`, its key, is the caller's id. */
export function ownPage(ctx: Context<ExportArguments>, index: string, attribute: string) {
  const { rest, rows } = placeOf(ctx.args.cursor);
  return {
    operation: 'Query',
    index,
    query: {
      expression: `${attribute} = :me`,
      expressionValues: util.dynamodb.toMapValues({ ':me': callerId(ctx) }),
    },
    limit: rows,
    nextToken: rest ? rest : null,
  };
}
