import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { RequestReader } from '../request/reader.ts';
import { tableArn } from '../tables/arn.ts';
import { readTableRequest } from '../tables/create-request.ts';
import { describeTable } from '../tables/describe.ts';
import { createTable as create } from '../tables/table-changes.ts';

/**
 * Makes a table. It is ready at once, though the answer says CREATING, as clients expect.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
 */
export function createTable(engine: Engine): Operation<unknown> {
  return {
    authorize(input) {
      const resource = tableArn(engine.cloud, new RequestReader(input).tableName());
      return [{ action: 'dynamodb:CreateTable', resource }];
    },
    run(input) {
      const table = create(engine, readTableRequest(new RequestReader(input)));
      return { TableDescription: describeTable(engine, table, 'CREATING') };
    },
  };
}
