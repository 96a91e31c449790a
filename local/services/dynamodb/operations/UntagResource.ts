import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { RequestReader } from '../request/reader.ts';
import { changeTable } from '../tables/table-changes.ts';
import { taggedTable, tagPermission } from '../tables/tagged-table.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html */
export function untagResource(engine: Engine): Operation<unknown> {
  return {
    authorize: (input) => tagPermission('UntagResource', new RequestReader(input)),
    run(input) {
      const request = new RequestReader(input);
      request.required('TagKeys');
      request.check();
      const removed = new Set(request.list('TagKeys'));
      const table = taggedTable(engine, request);
      const tags = Object.entries(table.definition.Tags).filter(([key]) => !removed.has(key));
      changeTable(engine, table, { ...table.definition, Tags: Object.fromEntries(tags) });
      return {};
    },
  };
}
