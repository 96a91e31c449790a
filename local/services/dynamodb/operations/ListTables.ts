import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { RequestReader } from '../request/reader.ts';

const PAGE = 100;

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html */
export function listTables(engine: Engine): Operation<unknown> {
  return {
    authorize: () => [{ action: 'dynamodb:ListTables', resource: '*' }],
    run(input) {
      const request = new RequestReader(input);
      const limit = request.integer('Limit', 1, PAGE) ?? PAGE;
      const after = request.string('ExclusiveStartTableName');
      request.length('ExclusiveStartTableName', 3, 255);
      request.check();
      const names = engine.catalog.names().filter((name) => after === undefined || name > after);
      const TableNames = names.slice(0, limit);
      return { TableNames, ...(names.length > limit && { LastEvaluatedTableName: TableNames.at(-1) }) };
    },
  };
}
