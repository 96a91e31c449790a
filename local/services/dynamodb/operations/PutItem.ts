import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { singleWrite } from '../items/single-write.ts';

/**
 * Replaces an item, or adds it.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html
 */
export function putItem(engine: Engine): Operation<unknown> {
  return singleWrite(engine, 'put');
}
