import type { Operation } from '../../../core/service.ts';
import type { ParameterStore } from '../store.ts';

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameter.html */
export function deleteParameter(store: ParameterStore): Operation<{ Name: string }> {
  return {
    authorize: (input) => [{ action: 'ssm:DeleteParameter', resource: store.arnOf(input.Name) }],
    run(input) {
      store.get(input.Name);
      store.remove(input.Name);
      return {};
    },
  };
}
