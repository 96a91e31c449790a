import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { singleWrite } from '../items/single-write.ts';

/**
 * Deletes an item; one that does not exist is no error.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html
 */
export function deleteItem(engine: Engine): Operation<unknown> {
  return singleWrite(engine, 'delete');
}
