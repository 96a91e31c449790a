import type { CloudContext } from '../../../core/context.ts';
import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { compileFunction } from '../functions.ts';
import type { Registry } from '../registry.ts';

interface Properties {
  readonly Name: string;
  readonly FunctionCode: string;
  readonly FunctionConfig: {
    readonly Runtime: string;
    readonly KeyValueStoreAssociations?: readonly unknown[];
  };
}

/** `AWS::CloudFront::Function`. */
export function functionResource(cloud: CloudContext, registry: Registry): ResourceHandler<Properties> {
  const arnOf = (name: string): string => `arn:aws:cloudfront::${cloud.accountId}:function/${name}`;
  return {
    types: ['AWS::CloudFront::Function'],
    covers: {
      honoured: ['Name', 'FunctionCode', 'FunctionConfig'],
      withoutEffect: {
        'what is applied is live': ['AutoPublish'],
        'nothing reads them here': ['FunctionMetadata', 'Tags'],
      },
    },
    apply({ properties, previousProperties }) {
      const { Name: name, FunctionCode: code, FunctionConfig: config } = properties;
      if (config.KeyValueStoreAssociations?.length) throw notCovered('key value stores of CloudFront');
      const compiled = compileFunction(name, code, (line) =>
        cloud.bus.emit('functionLog', {
          at: cloud.clock.now(),
          functionName: name,
          requestId: '',
          stream: 'stdout',
          line,
        }),
      );
      if (previousProperties && previousProperties.Name !== name) {
        registry.functions.delete(arnOf(previousProperties.Name));
      }
      const arn = arnOf(name);
      registry.functions.set(arn, compiled);
      return {
        ref: arn,
        attributes: { FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn, Stage: 'LIVE' },
      };
    },
    remove({ properties }) {
      registry.functions.delete(arnOf(properties.Name));
    },
  };
}
