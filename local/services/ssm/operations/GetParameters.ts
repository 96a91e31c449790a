import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { present } from '../present.ts';
import type { ParameterStore } from '../store.ts';

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html */
export function getParameters(
  store: ParameterStore,
): Operation<{ Names: string[]; WithDecryption?: boolean }> {
  return {
    authorize: (input) =>
      (input.Names ?? []).map((name) => ({ action: 'ssm:GetParameters', resource: store.arnOf(name) })),
    run(input) {
      const { Names } = input;
      if (!Array.isArray(Names) || Names.length < 1 || Names.length > 10) {
        throw new AwsError(
          'ValidationException',
          `1 validation error detected: Value '[${Names ?? ''}]' at 'names' failed to satisfy constraint: Member must have length less than or equal to 10`,
        );
      }
      const Parameters: unknown[] = [];
      const InvalidParameters: string[] = [];
      for (const name of Names) {
        try {
          Parameters.push(present(store, store.select(name), input.WithDecryption));
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
          InvalidParameters.push(name);
        }
      }
      return { Parameters, InvalidParameters };
    },
  };
}
