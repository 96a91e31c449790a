import { validationError } from '../errors.ts';
import type { Condition, UpdateAction } from '../expressions/syntax.ts';
import { readExpressions } from '../request/expressions.ts';
import type { RequestReader } from '../request/reader.ts';
import type { Item } from '../values/attribute-value.ts';
import { itemSize, MAX_ITEM_SIZE } from '../values/size.ts';

/** A write of one item, checked as far as that goes without the table. */
export type WriteRequest = {
  readonly tableName: string;
  readonly condition?: Condition;
  /** Whether a failed condition answers with the item. */
  readonly showOldOnFailure: boolean;
} & (
  | { readonly kind: 'put'; readonly item: Item }
  | { readonly kind: 'delete'; readonly key: Item }
  | { readonly kind: 'check'; readonly key: Item }
  | { readonly kind: 'update'; readonly key: Item; readonly actions: readonly UpdateAction[] }
);

/**
 * Reads the write in two steps, since constraints of a whole request are told before anything else: the first looks
 * at shapes and constraints, the second, which is returned, at values and expressions.
 */
export function writeReader(kind: WriteRequest['kind'], request: RequestReader): () => WriteRequest {
  const tableName = request.tableName();
  request.required(kind === 'put' ? 'Item' : 'Key');
  if (kind === 'check') request.required('ConditionExpression');
  const showOld = request.oneOf('ReturnValuesOnConditionCheckFailure', ['ALL_OLD', 'NONE']);
  return () => {
    const common = { tableName, showOldOnFailure: showOld === 'ALL_OLD' };
    if (kind === 'put') {
      const item = request.item('Item')!;
      checkItemSize(item);
      const { condition } = readExpressions(request, ['ConditionExpression']);
      return { ...common, kind, condition, item };
    }
    const key = request.item('Key')!;
    if (kind === 'update') {
      const { update, condition } = readExpressions(request, ['UpdateExpression', 'ConditionExpression']);
      return { ...common, kind, condition, key, actions: update ?? [] };
    }
    const { condition } = readExpressions(request, ['ConditionExpression']);
    return { ...common, kind, condition, key };
  };
}

/** Throws when an item that is sent is too large. */
export function checkItemSize(item: Item): void {
  if (itemSize(item) > MAX_ITEM_SIZE) {
    throw validationError('Item size has exceeded the maximum allowed size');
  }
}
