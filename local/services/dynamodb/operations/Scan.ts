import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import { consumedCapacity } from '../items/capacity.ts';
import { itemPermission } from '../items/item-permission.ts';
import { continueRange } from '../items/query-range.ts';
import { readPage } from '../items/read-page.ts';
import { segmentRange } from '../items/segment-range.ts';
import { LEGACY_READ } from '../request/common.ts';
import { readExpressions } from '../request/expressions.ts';
import { checkSelect, findTarget, readPageParameters, readView } from '../request/page-request.ts';
import { RequestReader } from '../request/reader.ts';
import { locateStartKey } from '../request/start-key.ts';

/**
 * Reads a whole table or index, or one segment of it, in the order of the partition keys' hashes.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html
 */
export function scan(engine: Engine): Operation<unknown> {
  return {
    authorize(input) {
      const request = new RequestReader(input);
      return [
        itemPermission(engine, 'Scan', { tableName: request.tableName(), indexName: request.indexName() }),
      ];
    },
    run(input) {
      const request = new RequestReader(input);
      request.refuse('Scan', LEGACY_READ);
      const parameters = readPageParameters(request);
      const segment = request.integer('Segment', 0, 999_999);
      const segments = request.integer('TotalSegments', 1, 1_000_000);
      request.check();
      const startKey = request.item('ExclusiveStartKey');
      checkSegments(segment, segments);
      const expressions = readExpressions(request, ['ProjectionExpression', 'FilterExpression']);
      checkSelect(parameters, expressions);
      const { table, index } = findTarget(engine, parameters);
      const all = segmentRange(segment ?? 0, segments ?? 1);
      const start = startKey && locateStartKey(startKey, table, index).encoded;
      if (start && (Buffer.compare(start, all.lower) < 0 || Buffer.compare(start, all.upper) >= 0)) {
        throw validationError(
          'The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with ' +
            `correct Segment. TotalSegments: ${segments} Segment: ${segment}`,
        );
      }
      const { page, usage } = readPage(engine, {
        table,
        index,
        range: start ? continueRange(all, start, false) : all,
        reverse: false,
        limit: parameters.limit,
        consistent: parameters.consistent,
        ...readView(table, index, parameters, expressions),
      });
      const capacity = consumedCapacity(parameters.detail, parameters.tableName, usage);
      return { ...page, ...(capacity && { ConsumedCapacity: capacity }) };
    },
  };
}

function checkSegments(segment: number | undefined, segments: number | undefined): void {
  if (segment !== undefined && segments === undefined) {
    throw validationError(
      'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
    );
  }
  if (segments !== undefined && segment === undefined) {
    throw validationError(
      'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
    );
  }
  if (segment !== undefined && segments !== undefined && segment >= segments) {
    throw validationError(
      'The Segment parameter is zero-based and must be less than parameter TotalSegments: ' +
        `Segment: ${segment} is not less than TotalSegments: ${segments}`,
    );
  }
}
