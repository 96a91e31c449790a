import type { ResourceHandler } from '../../../core/resource.ts';
import type { FunctionRegistry } from '../functions.ts';

/** `AWS::Lambda::Version` and `AWS::Lambda::Alias`: names for the one version there is. */
export function versionResource(
  registry: FunctionRegistry,
): ResourceHandler<{ FunctionName: string; Name?: string }> {
  return {
    types: ['AWS::Lambda::Version', 'AWS::Lambda::Alias'],
    covers: {
      honoured: ['FunctionName', 'Name'],
      withoutEffect: {
        'there is one version': ['FunctionVersion', 'CodeSha256'],
        'it describes': ['Description'],
        'an instance starts in milliseconds': ['ProvisionedConcurrencyConfig'],
        'Node’s version is the one that runs the local cloud': ['RuntimePolicy'],
      },
    },
    apply({ type, properties }) {
      const version = type === 'AWS::Lambda::Version' ? '1' : (properties.Name ?? '');
      const arn = `${registry.arnOf(properties.FunctionName)}:${version}`;
      const own =
        type === 'AWS::Lambda::Version' ? { Version: version, FunctionArn: arn } : { AliasArn: arn };
      return { ref: arn, attributes: own };
    },
  };
}
