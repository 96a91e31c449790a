import { AwsError, notCovered } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { page } from '../page.ts';
import { present } from '../present.ts';
import type { ParameterStore } from '../store.ts';

interface Input {
  Path: string;
  Recursive?: boolean;
  WithDecryption?: boolean;
  MaxResults?: number;
  NextToken?: string;
  ParameterFilters?: unknown[];
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html */
export function getParametersByPath(store: ParameterStore): Operation<Input> {
  return {
    authorize: (input) => [{ action: 'ssm:GetParametersByPath', resource: store.arnOf(input.Path) }],
    run(input) {
      if (!input.Path.startsWith('/')) {
        throw new AwsError(
          'ValidationException',
          'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/".',
        );
      }
      if (input.ParameterFilters?.length) throw notCovered('ParameterFilters of GetParametersByPath');
      const below = input.Path.endsWith('/') ? input.Path : `${input.Path}/`;
      const all = store
        .list()
        .filter(({ name }) => name.startsWith(below))
        .filter(({ name }) => input.Recursive || !name.slice(below.length).includes('/'));
      const { items, ...rest } = page(all, input.NextToken, input.MaxResults ?? 10);
      return {
        Parameters: items.map((one) => present(store, store.select(one.name), input.WithDecryption)),
        ...rest,
      };
    },
  };
}
