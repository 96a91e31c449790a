import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { deleteParameter } from './operations/DeleteParameter.ts';
import { deleteParameters } from './operations/DeleteParameters.ts';
import { describeParameters } from './operations/DescribeParameters.ts';
import { getParameter } from './operations/GetParameter.ts';
import { getParameters } from './operations/GetParameters.ts';
import { getParametersByPath } from './operations/GetParametersByPath.ts';
import { putParameter } from './operations/PutParameter.ts';
import { parameterResource } from './parameter-resource.ts';
import { createParameterStore, type ParameterStore } from './store.ts';

/** What Parameter Store offers to other services (parameters of templates) beside its wire operations. */
export interface Ssm extends AwsService {
  readonly store: ParameterStore;
}

/** Systems Manager's Parameter Store. */
export function createSsm(cloud: CloudContext): Ssm {
  const store = createParameterStore(cloud);
  return {
    id: 'ssm',
    signingName: 'ssm',
    protocol: { kind: 'json', version: '1.1', targetPrefix: 'AmazonSSM' },
    store,
    operations: {
      DeleteParameter: deleteParameter(store),
      DeleteParameters: deleteParameters(store),
      DescribeParameters: describeParameters(store),
      GetParameter: getParameter(store),
      GetParameters: getParameters(store),
      GetParametersByPath: getParametersByPath(store),
      PutParameter: putParameter(store),
    },
    resources: [parameterResource(store)],
    async reset() {
      store.clear((parameter) => parameter.definition !== undefined);
    },
    async inspect() {
      return store.list().map(({ versions, definition: _template, ...parameter }) => {
        const last = versions.at(-1);
        return {
          ...parameter,
          type: last?.type,
          version: last?.version,
          ...(last?.type === 'SecureString' ? {} : { value: last?.value }),
        };
      });
    },
  };
}
