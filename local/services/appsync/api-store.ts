import { LocalCloudError } from '../../core/errors.ts';
import type { ApiDefinition } from './api.ts';
import { compileApi, type CompiledApi } from './compile.ts';

/**
 * All APIs. A change only marks an API as changed; the next request compiles it, and requests under way
 * finish on the state that they started with.
 */
export interface ApiStore {
  /** Makes the API or changes its settings; what hangs on it (resolvers, keys) stays. */
  put(settings: ApiSettings): void;
  /** Throws LocalCloudError when there is no such API. */
  change(apiId: string, change: (api: ApiDefinition) => void): void;
  remove(apiId: string): void;
  find(apiId: string): ApiDefinition | undefined;
  all(): ApiDefinition[];
  /** The state to run on; undefined for an unknown API. Throws LocalCloudError when its schema is missing or wrong. */
  compiled(apiId: string): CompiledApi | undefined;
}

export type ApiSettings = Omit<ApiDefinition, 'apiKeys' | 'dataSources' | 'functions' | 'resolvers' | 'sdl'>;

export function createApiStore(): ApiStore {
  const apis = new Map<string, ApiDefinition>();
  const compiled = new Map<string, CompiledApi>();
  return {
    put(settings) {
      const known = apis.get(settings.id);
      if (known) Object.assign(known, settings);
      else {
        const parts = {
          apiKeys: new Map(),
          dataSources: new Map(),
          functions: new Map(),
          resolvers: new Map(),
        };
        apis.set(settings.id, { ...settings, ...parts });
      }
      compiled.delete(settings.id);
    },
    change(apiId, change) {
      const api = apis.get(apiId);
      if (!api) {
        throw new LocalCloudError(
          'UnknownApi',
          `There is no GraphQL API ${apiId}.`,
          'Check the ApiId property.',
        );
      }
      change(api);
      compiled.delete(apiId);
    },
    remove(apiId) {
      apis.delete(apiId);
      compiled.delete(apiId);
    },
    find: (apiId) => apis.get(apiId),
    all: () => [...apis.values()],
    compiled(apiId) {
      const known = compiled.get(apiId);
      if (known) return known;
      const api = apis.get(apiId);
      if (!api) return undefined;
      const fresh = compileApi(api);
      compiled.set(apiId, fresh);
      return fresh;
    },
  };
}
