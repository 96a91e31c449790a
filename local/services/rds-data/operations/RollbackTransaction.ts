import type { CloudContext } from '../../../core/context.ts';
import type { Operation } from '../../../core/service.ts';
import { permissions, requireMember, type TargetInput } from '../access.ts';
import type { Engine } from '../engine.ts';
import { toDataApiError } from '../statement/errors.ts';

type Input = TargetInput & { transactionId: string };

/** https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_RollbackTransaction.html */
export function rollbackTransaction(cloud: CloudContext, engine: Engine): Operation<Input> {
  return {
    authorize: (input) => permissions(cloud, 'RollbackTransaction', input),
    async run(input) {
      requireMember(input.transactionId, 'transactionId');
      engine.checkCluster(input);
      try {
        await engine.transactions.end(input.transactionId, input.resourceArn, 'rollback');
      } catch (error) {
        throw toDataApiError(error);
      }
      return { transactionStatus: 'Rollback Complete' };
    },
  };
}
