import { AwsError } from '../../../../core/errors.ts';
import type { DataSourceOutcome } from '../data-source.ts';
import { itemToJson } from './attribute-values.ts';
import { dynamoDbError } from './errors.ts';
import type { AttributeMap } from './target.ts';

interface CancellationReason {
  Code?: string;
  Message?: string;
  Item?: AttributeMap;
}

/** The outcome of a cancelled transaction: an error, and a result with the reasons. Rethrows every other error. */
export function cancelled(member: 'keys' | 'items', error: unknown): DataSourceOutcome {
  if (!(error instanceof AwsError) || error.code !== 'TransactionCanceledException') throw error;
  const reasons = (error.extra.CancellationReasons ?? []) as CancellationReason[];
  const cancellationReasons = reasons.map(({ Code = 'None', Message, Item }) => ({
    item: Item ? itemToJson(Item) : null,
    type: Code,
    message: Message ?? null,
  }));
  return { result: { [member]: null, cancellationReasons }, error: dynamoDbError(error) };
}
