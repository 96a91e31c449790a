import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { RequestReader } from '../request/reader.ts';
import { tableArn } from './arn.ts';
import type { Table } from './definition.ts';
import { controlledTable } from './table-changes.ts';

/**
 * An operation on one existing table.
 * @param name the operation's name, which is its IAM action too
 * @param work answers the output; constraints that it finds broken are thrown by `request.check()`
 */
export function tableOperation(
  engine: Engine,
  name: string,
  work: (table: Table, request: RequestReader) => unknown,
  find: (engine: Engine, tableName: string) => Table = controlledTable,
): Operation<unknown> {
  return {
    authorize(input) {
      const resource = tableArn(engine.cloud, new RequestReader(input).tableName());
      return [{ action: `dynamodb:${name}`, resource }];
    },
    run(input) {
      const request = new RequestReader(input);
      const tableName = request.tableName();
      request.check();
      return work(find(engine, tableName), request);
    },
  };
}
