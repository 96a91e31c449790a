import type { Evaluator } from './runtime/evaluator.ts';
import type { AuthProvider } from './auth/provider.ts';
import type { DataSource } from './data-sources/data-source.ts';

/** One API as the templates describe it. Resources change it; `compile.ts` turns it into what requests run on. */
export interface ApiDefinition {
  readonly id: string;
  readonly arn: string;
  name: string;
  /** The default mode first, then the additional ones. */
  providers: readonly AuthProvider[];
  environment: Readonly<Record<string, string>>;
  introspection: boolean;
  /** 0 means AppSync's own limit. */
  queryDepthLimit: number;
  resolverCountLimit: number;
  /** Whether its requests are segments of X-Ray's traces. */
  traced: boolean;
  sdl?: string;
  /** By key. */
  readonly apiKeys: Map<string, { readonly id: string; readonly expires: number }>;
  /** By name. */
  readonly dataSources: Map<string, DataSource>;
  /** By function id. */
  readonly functions: Map<string, FunctionDefinition>;
  /** By `Type.field`. */
  readonly resolvers: Map<string, ResolverDefinition>;
}

/** The handlers of a resolver or a function; `evaluator` compiles them at the first use. */
export interface Handlers {
  readonly runtime: 'VTL' | 'APPSYNC_JS';
  readonly hasRequest: boolean;
  readonly hasResponse: boolean;
  evaluator(): Evaluator;
}

export interface FunctionDefinition {
  readonly id: string;
  readonly name: string;
  readonly dataSourceName: string;
  readonly maxBatchSize: number;
  readonly handlers: Handlers;
}

export interface ResolverDefinition {
  readonly typeName: string;
  readonly fieldName: string;
  readonly kind: 'UNIT' | 'PIPELINE';
  readonly dataSourceName?: string;
  readonly functionIds: readonly string[];
  readonly maxBatchSize: number;
  readonly handlers: Handlers;
}

/** The key of a resolver in `ApiDefinition.resolvers`. */
export function resolverKey(typeName: string, fieldName: string): string {
  return `${typeName}.${fieldName}`;
}
