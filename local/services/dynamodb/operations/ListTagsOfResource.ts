import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { RequestReader } from '../request/reader.ts';
import { taggedTable, tagPermission } from '../tables/tagged-table.ts';

/**
 * All tags of a table. A table has at most 50, so that they always fit into one answer here.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html
 */
export function listTagsOfResource(engine: Engine): Operation<unknown> {
  return {
    authorize: (input) => tagPermission('ListTagsOfResource', new RequestReader(input)),
    run(input) {
      const { definition } = taggedTable(engine, new RequestReader(input));
      return { Tags: Object.entries(definition.Tags).map(([Key, Value]) => ({ Key, Value })) };
    },
  };
}
