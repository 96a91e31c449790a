import type { ResourceHandler } from '../../../core/resource.ts';
import type { AppSyncContext } from '../service-context.ts';
import { apiKeyResource } from './api-key.ts';
import { dataSourceResource } from './data-source.ts';
import { functionConfigurationResource } from './function-configuration.ts';
import { graphqlApiResource } from './graphql-api.ts';
import { graphqlSchemaResource } from './graphql-schema.ts';
import { notCoveredResource } from './not-covered.ts';
import { resolverResource } from './resolver.ts';

export function appSyncResources(context: AppSyncContext): readonly ResourceHandler[] {
  return [
    graphqlApiResource(context),
    graphqlSchemaResource(context),
    apiKeyResource(context),
    dataSourceResource(context),
    functionConfigurationResource(context),
    resolverResource(context),
    notCoveredResource(),
  ] as readonly ResourceHandler[];
}
