import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { RequestReader } from '../request/reader.ts';
import { readTags } from '../tables/create-request.ts';
import { changeTable } from '../tables/table-changes.ts';
import { taggedTable, tagPermission } from '../tables/tagged-table.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html */
export function tagResource(engine: Engine): Operation<unknown> {
  return {
    authorize: (input) => tagPermission('TagResource', new RequestReader(input)),
    run(input) {
      const request = new RequestReader(input);
      request.required('Tags');
      const tags = readTags(request);
      request.check();
      const table = taggedTable(engine, request);
      changeTable(engine, table, { ...table.definition, Tags: { ...table.definition.Tags, ...tags } });
      return {};
    },
  };
}
