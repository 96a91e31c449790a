import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { tableOperation } from '../tables/table-operation.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html */
export function describeTimeToLive(engine: Engine): Operation<unknown> {
  return tableOperation(
    engine,
    'DescribeTimeToLive',
    ({ definition: { TimeToLiveAttribute: attribute } }) => ({
      TimeToLiveDescription:
        attribute === undefined
          ? { TimeToLiveStatus: 'DISABLED' }
          : { TimeToLiveStatus: 'ENABLED', AttributeName: attribute },
    }),
  );
}
