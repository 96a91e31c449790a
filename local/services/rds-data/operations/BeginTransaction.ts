import type { CloudContext } from '../../../core/context.ts';
import type { Operation } from '../../../core/service.ts';
import { permissions, type TargetInput } from '../access.ts';
import type { Engine } from '../engine.ts';
import { toDataApiError } from '../statement/errors.ts';

/** https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BeginTransaction.html */
export function beginTransaction(cloud: CloudContext, engine: Engine): Operation<TargetInput> {
  return {
    authorize: (input) => permissions(cloud, 'BeginTransaction', input),
    async run(input) {
      const target = await engine.target(input);
      try {
        return { transactionId: await engine.transactions.begin(target) };
      } catch (error) {
        throw toDataApiError(error);
      }
    },
  };
}
