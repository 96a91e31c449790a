import { project } from '../expressions/projection.ts';
import type { UpdateAction } from '../expressions/syntax.ts';
import type { ReturnValues } from '../request/common.ts';
import type { Item } from '../values/attribute-value.ts';

/** The `Attributes` of an UpdateItem's answer, or undefined when there is nothing to tell. */
export function returnedAttributes(
  returnValues: ReturnValues,
  actions: readonly UpdateAction[],
  old: Item | undefined,
  next: Item | undefined,
): Item | undefined {
  const updated = (item: Item | undefined): Item | undefined => {
    const part =
      item &&
      project(
        item,
        actions.map(({ path }) => path),
      );
    return part && Object.keys(part).length > 0 ? part : undefined;
  };
  switch (returnValues) {
    case 'NONE':
      return undefined;
    case 'ALL_OLD':
      return old;
    case 'ALL_NEW':
      return next;
    case 'UPDATED_OLD':
      return updated(old);
    case 'UPDATED_NEW':
      return updated(next);
  }
}
