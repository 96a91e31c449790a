import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AwsError } from '../../../core/errors.ts';
import type { CloudFormation } from '../cloudformation.ts';
import { listOf, recordsOf, type Fields } from '../input.ts';
import { gather, templateText } from './gather.ts';
import type { Deployable } from './stack.ts';

/**
 * Reads what CreateStack and UpdateStack are sent, and gathers the template's assets.
 * @param previous what the stack has, for parameters that keep their value
 */
export async function readDeployable(
  { cloud }: CloudFormation,
  stackName: string,
  input: Fields,
  previous?: Deployable,
): Promise<Deployable> {
  const usePrevious = input['UsePreviousTemplate'] === 'true' ? previous?.template : undefined;
  const { template, bucket } = await templateText(cloud, {
    body: usePrevious ?? input['TemplateBody'],
    url: input['TemplateURL'],
  });
  const tags = recordsOf(input, 'Tags', ['Key', 'Value']).map(({ Key = '', Value = '' }) => ({ Key, Value }));
  const folder = join(cloud.stateFolder('cloudformation'), 'assemblies', randomUUID());
  await gather(cloud, { stackName, template, tags, bucket }, folder);
  return {
    template,
    folder,
    tags,
    capabilities: listOf(input, 'Capabilities'),
    parameters: parametersOf(input, previous),
    ...(input['RoleARN'] === undefined ? {} : { roleArn: input['RoleARN'] }),
  };
}

function parametersOf(input: Fields, previous: Deployable | undefined): Record<string, string> {
  const given = recordsOf(input, 'Parameters', ['ParameterKey', 'ParameterValue', 'UsePreviousValue']);
  return Object.fromEntries(
    given.map(({ ParameterKey = '', ParameterValue, UsePreviousValue }) => {
      const value = UsePreviousValue === 'true' ? previous?.parameters[ParameterKey] : ParameterValue;
      if (value !== undefined) return [ParameterKey, value];
      throw new AwsError('ValidationError', `Parameters: [${ParameterKey}] must have values`);
    }),
  );
}
