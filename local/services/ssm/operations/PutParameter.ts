import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { ParameterStore, ParameterType } from '../store.ts';

interface Input {
  Name: string;
  Value: string;
  Type?: ParameterType;
  Description?: string;
  Overwrite?: boolean;
  DataType?: string;
  Tier?: string;
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
export function putParameter(store: ParameterStore): Operation<Input> {
  return {
    authorize: (input) => [{ action: 'ssm:PutParameter', resource: store.arnOf(input.Name) }],
    run(input) {
      if (!/^(\/?[A-Za-z0-9_.-]+)+$/.test(input.Name ?? '')) {
        throw new AwsError(
          'ValidationException',
          'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
        );
      }
      if (!input.Value) {
        throw new AwsError(
          'ValidationException',
          "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1",
        );
      }
      const existing = store.find(input.Name);
      if (existing && !input.Overwrite) {
        throw new AwsError(
          'ParameterAlreadyExists',
          'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
        );
      }
      const type = input.Type ?? existing?.versions.at(-1)?.type;
      if (type === undefined) {
        throw new AwsError(
          'ValidationException',
          'A parameter type is required when you create a parameter.',
        );
      }
      const { version } = store.put(input.Name, type, input.Value, {
        description: input.Description,
        dataType: input.DataType,
        tier: input.Tier,
      });
      return { Version: version, Tier: store.get(input.Name).tier };
    },
  };
}
