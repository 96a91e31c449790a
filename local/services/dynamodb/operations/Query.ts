import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import { keyConditions, type KeyConditions } from '../expressions/key-condition.ts';
import { conditionPaths } from '../expressions/syntax.ts';
import { consumedCapacity } from '../items/capacity.ts';
import { itemPermission } from '../items/item-permission.ts';
import { checkWithinRange, continueRange, queryRange } from '../items/query-range.ts';
import { readPage } from '../items/read-page.ts';
import { checkScalarPaths } from '../items/update-checks.ts';
import { keyAttributes, type KeySchema } from '../keys/key-schema.ts';
import { LEGACY_READ } from '../request/common.ts';
import { readExpressions, type Expressions } from '../request/expressions.ts';
import {
  checkSelect,
  findTarget,
  readPageParameters,
  readView,
  type PageParameters,
} from '../request/page-request.ts';
import { RequestReader } from '../request/reader.ts';
import { locateStartKey } from '../request/start-key.ts';
import type { Table } from '../tables/definition.ts';
import { scalarOf, type Item } from '../values/attribute-value.ts';

interface QueryRequest {
  readonly parameters: PageParameters;
  readonly expressions: Expressions;
  readonly reverse: boolean;
  readonly startKey?: Item;
}

/**
 * Reads a partition of a table or index, or a range of it, in the order of the sort key.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html
 */
export function query(engine: Engine): Operation<unknown> {
  return {
    authorize(input) {
      const request = new RequestReader(input);
      const tableName = request.tableName();
      const indexName = request.indexName();
      return [
        itemPermission(engine, 'Query', { tableName, indexName, leadingKeys: [partitionOf(engine, input)] }),
      ];
    },
    run(input) {
      const { parameters, expressions, reverse, startKey } = read(input);
      const { table, index } = findTarget(engine, parameters);
      const schema = index?.key ?? table.key;
      const conditions = conditionsOf(table, schema, expressions);
      const all = queryRange(conditions);
      const start = startKey && locateStartKey(startKey, table, index);
      if (start) checkWithinRange(start, all, conditions, schema);
      checkFilter(
        expressions,
        keyAttributes(schema).map(({ name }) => name),
      );
      const { page, usage } = readPage(engine, {
        table,
        index,
        range: start ? continueRange(all, start.encoded, reverse) : all,
        reverse,
        limit: parameters.limit,
        consistent: parameters.consistent,
        ...readView(table, index, parameters, expressions),
      });
      const capacity = consumedCapacity(parameters.detail, parameters.tableName, usage);
      return { ...page, ...(capacity && { ConsumedCapacity: capacity }) };
    },
  };

  function read(input: unknown): QueryRequest {
    const request = new RequestReader(input);
    request.refuse('Query', LEGACY_READ);
    const parameters = readPageParameters(request);
    const reverse = request.boolean('ScanIndexForward') === false;
    request.check();
    if (!request.has('KeyConditionExpression')) {
      throw validationError(
        'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
      );
    }
    const startKey = request.item('ExclusiveStartKey');
    const expressions = readExpressions(request, [
      'ProjectionExpression',
      'FilterExpression',
      'KeyConditionExpression',
    ]);
    checkSelect(parameters, expressions);
    return { parameters, expressions, reverse, startKey };
  }
}

/** The partition that a Query reads, for the policy; undefined when table or index do not exist, which `run` will tell. */
function partitionOf(engine: Engine, input: unknown): string | undefined {
  const request = new RequestReader(input);
  const table = engine.catalog.find(request.tableName());
  const indexName = request.indexName();
  const schema = indexName ? table?.indexes.find(({ name }) => name === indexName)?.key : table?.key;
  if (!schema || !request.has('KeyConditionExpression')) return undefined;
  const { keyCondition } = readExpressions(request, [
    'ProjectionExpression',
    'FilterExpression',
    'KeyConditionExpression',
  ]);
  return scalarOf(conditionsOf(table!, schema, { keyCondition }).hash);
}

function conditionsOf(table: Table, schema: KeySchema, { keyCondition }: Expressions): KeyConditions {
  checkScalarPaths(table, conditionPaths(keyCondition!));
  return keyConditions(keyCondition!, schema);
}

function checkFilter({ filter }: Expressions, keyNames: readonly string[]): void {
  const paths = filter ? conditionPaths(filter) : [];
  const name = keyNames.find((key) => paths.some((path) => path[0] === key));
  if (name === undefined) return;
  throw validationError(
    `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`,
  );
}
