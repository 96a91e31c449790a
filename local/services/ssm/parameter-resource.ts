import { AwsError } from '../../core/errors.ts';
import type { ResourceHandler } from '../../core/resource.ts';
import { stableId } from '../../core/stable-id.ts';
import type { ParameterStore, ParameterType } from './store.ts';

interface Properties {
  Name?: string;
  Type: ParameterType;
  Value: unknown;
  Description?: string;
  DataType?: string;
  Tier?: string;
  AllowedPattern?: string;
}

/** `AWS::SSM::Parameter`: written again only when its definition changes, so that what calls put there stays. */
export function parameterResource(store: ParameterStore): ResourceHandler<Properties> {
  return {
    types: ['AWS::SSM::Parameter'],
    covers: {
      honoured: ['Name', 'Type', 'Value', 'Description', 'DataType', 'Tier', 'AllowedPattern'],
      withoutEffect: { 'it describes': ['Tags'] },
    },
    apply({ address, logicalId, properties }) {
      const { Type, Description, DataType, Tier } = properties;
      if (Type !== 'String' && Type !== 'StringList') {
        throw new AwsError('ValidationError', `CloudFormation cannot create parameters of the type ${Type}.`);
      }
      const name = properties.Name ?? `CFN-${logicalId}-${stableId(address, 12)}`;
      const value = String(properties.Value);
      requirePattern(value, properties.AllowedPattern);
      const definition = JSON.stringify([Type, value, Description]);
      if (store.find(name)?.definition !== definition) {
        store.put(name, Type, value, {
          description: Description,
          dataType: DataType,
          tier: Tier,
          definition,
        });
      }
      return { ref: name, attributes: { Type, Value: store.select(name).version.value } };
    },
    remove({ previousOutput }) {
      if (previousOutput) store.remove(previousOutput.ref);
    },
  };
}

function requirePattern(value: string, pattern: string | undefined): void {
  if (pattern === undefined || new RegExp(pattern).test(value)) return;
  throw new AwsError(
    'ParameterPatternMismatchException',
    `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
  );
}
