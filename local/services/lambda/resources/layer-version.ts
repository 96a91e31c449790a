import type { CloudContext } from '../../../core/context.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';

/** `AWS::Lambda::LayerVersion`: an ARN. Its content is not covered; a function that needs it says so when it runs. */
export function layerVersionResource(cloud: CloudContext): ResourceHandler<{ LayerName?: string }> {
  return {
    types: ['AWS::Lambda::LayerVersion'],
    covers: {
      honoured: ['LayerName'],
      withoutEffect: {
        'a function that needs it says so when it runs': ['Content'],
        'it describes': ['Description', 'CompatibleRuntimes', 'CompatibleArchitectures', 'LicenseInfo'],
      },
    },
    apply({ address, logicalId, properties }) {
      const name = properties.LayerName ?? `${logicalId}${stableId(address, 8)}`;
      const arn = `arn:aws:lambda:${cloud.region}:${cloud.accountId}:layer:${name}:1`;
      return { ref: arn, attributes: { LayerVersionArn: arn } };
    },
  };
}
