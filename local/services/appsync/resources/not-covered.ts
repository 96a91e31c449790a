import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';

/** AppSync's types that the local cloud knows of and does not cover. */
export function notCoveredResource(): ResourceHandler<unknown> {
  return {
    types: [
      'AWS::AppSync::DomainName',
      'AWS::AppSync::DomainNameApiAssociation',
      'AWS::AppSync::SourceApiAssociation',
      'AWS::AppSync::ApiCache',
      'AWS::AppSync::Api',
      'AWS::AppSync::ChannelNamespace',
    ],
    apply({ type }) {
      throw notCovered(`the resource type ${type}`);
    },
  };
}
