import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { singleWrite } from '../items/single-write.ts';

/**
 * Changes attributes of an item, or adds the item.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html
 */
export function updateItem(engine: Engine): Operation<unknown> {
  return singleWrite(engine, 'update');
}
