import type { ApiStore } from './api-store.ts';
import type { Connection } from './realtime/connection.ts';

/** Rows for the console: what each API is made of, and who listens. */
export function inspectAppSync(apis: ApiStore, connections: readonly Connection[]): unknown {
  return apis.all().map((api) => ({
    id: api.id,
    name: api.name,
    arn: api.arn,
    authModes: api.providers.map(({ mode }) => mode),
    apiKeys: [...api.apiKeys].map(([key, { expires }]) => ({ key, expires })),
    schema: api.sdl ?? null,
    dataSources: [...api.dataSources.values()].map(({ name, type }) => ({ name, type })),
    resolvers: [...api.resolvers.values()].map((resolver) => ({
      field: `${resolver.typeName}.${resolver.fieldName}`,
      kind: resolver.kind,
      runtime: resolver.handlers.runtime,
      dataSource: resolver.dataSourceName ?? null,
      functions: resolver.functionIds.map((id) => api.functions.get(id)?.name ?? id),
    })),
    connections: connections
      .filter(({ apiId }) => apiId === api.id)
      .map(({ since, subscriptions }) => ({
        since,
        subscriptions: [...subscriptions.values()].map((one) => ({
          id: one.id,
          field: one.field,
          authMode: one.caller.mode,
          arguments: one.arguments,
          filter: one.filter ?? null,
        })),
      })),
  }));
}
