import type { Operation } from '../../../core/service.ts';
import type { ParameterStore } from '../store.ts';

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameters.html */
export function deleteParameters(store: ParameterStore): Operation<{ Names: string[] }> {
  return {
    authorize: (input) =>
      input.Names.map((name) => ({ action: 'ssm:DeleteParameters', resource: store.arnOf(name) })),
    run(input) {
      const removed = new Set(input.Names.filter((name) => store.remove(name)));
      return {
        DeletedParameters: [...removed],
        InvalidParameters: input.Names.filter((name) => !removed.has(name)),
      };
    },
  };
}
