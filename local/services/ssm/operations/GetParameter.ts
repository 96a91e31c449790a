import type { Operation } from '../../../core/service.ts';
import { present } from '../present.ts';
import type { ParameterStore } from '../store.ts';

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
export function getParameter(store: ParameterStore): Operation<{ Name: string; WithDecryption?: boolean }> {
  return {
    authorize: (input) => [{ action: 'ssm:GetParameter', resource: store.arnOf(input.Name) }],
    run: (input) => ({ Parameter: present(store, store.select(input.Name), input.WithDecryption) }),
  };
}
