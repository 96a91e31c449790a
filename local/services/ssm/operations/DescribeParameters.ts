import { notCovered } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { page } from '../page.ts';
import type { ParameterStore } from '../store.ts';

interface Input {
  MaxResults?: number;
  NextToken?: string;
  Filters?: unknown[];
  ParameterFilters?: { Key: string; Option?: string; Values?: string[] }[];
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html */
export function describeParameters(store: ParameterStore): Operation<Input> {
  return {
    authorize: () => [{ action: 'ssm:DescribeParameters', resource: '*' }],
    run(input) {
      const filters = input.ParameterFilters ?? [];
      if (input.Filters?.length) throw notCovered('Filters of DescribeParameters');
      for (const { Key, Option = 'Equals' } of filters) {
        if (Key !== 'Name' || !['Equals', 'BeginsWith', 'Contains'].includes(Option)) {
          throw notCovered(`the filter ${Key} ${Option} of DescribeParameters`);
        }
      }
      const fits = (name: string): boolean =>
        filters.every(({ Option = 'Equals', Values = [] }) =>
          Values.some((value) =>
            Option === 'Equals'
              ? name === value
              : Option === 'Contains'
                ? name.includes(value)
                : name.startsWith(value),
          ),
        );
      const all = store.list().filter(({ name }) => fits(name));
      const { items, ...rest } = page(all, input.NextToken, input.MaxResults ?? 50);
      return {
        Parameters: items.map((one) => ({
          Name: one.name,
          ARN: store.arnOf(one.name),
          Type: one.versions.at(-1)?.type,
          Version: one.versions.at(-1)?.version,
          LastModifiedDate: one.versions.at(-1)?.lastModified,
          Tier: one.tier,
          DataType: one.dataType,
          ...(one.description === undefined ? {} : { Description: one.description }),
        })),
        ...rest,
      };
    },
  };
}
