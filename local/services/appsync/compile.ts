import { type GraphQLObjectType, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql16';
import { LocalCloudError } from '../../core/errors.ts';
import { type ApiDefinition, resolverKey, type ResolverDefinition } from './api.ts';
import { createDocumentCache, type DocumentCache } from './execution/documents.ts';
import { fieldResolver } from './execution/field-resolver.ts';
import { pipelineRunner } from './execution/pipeline.ts';
import type { Stage } from './execution/stage.ts';
import { type Runner, unitRunner } from './execution/unit.ts';
import { buildSchema } from './schema/build-schema.ts';
import { type FieldRule, fieldRule } from './schema/field-rules.ts';
import { subscriptionsByMutation } from './schema/subscriptions.ts';

/** An API as requests run on it. It never changes: a changed definition is compiled anew. */
export interface CompiledApi {
  readonly definition: Readonly<ApiDefinition>;
  readonly schema: GraphQLSchema;
  readonly documents: DocumentCache;
  /** Who may read the fields of the root types, by `Type.field`. */
  readonly rootRules: ReadonlyMap<string, FieldRule>;
  /** Subscription fields by the mutation field that fires them. */
  readonly subscriptions: ReadonlyMap<string, readonly string[]>;
}

/** Throws LocalCloudError when the API has no schema. */
export function compileApi(definition: ApiDefinition): CompiledApi {
  if (definition.sdl === undefined) {
    throw new LocalCloudError(
      'MissingSchema',
      `The GraphQL API ${definition.name} has no schema.`,
      'Add an AWS::AppSync::GraphQLSchema to the template.',
    );
  }
  const { schema } = buildSchema(definition.sdl);
  const snapshot = { ...definition };
  const rootRules = new Map<string, FieldRule>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !isIntrospectionType(type)) attach(snapshot, schema, type, rootRules);
  }
  return {
    definition: snapshot,
    schema,
    rootRules,
    documents: createDocumentCache(schema, snapshot),
    subscriptions: subscriptionsByMutation(schema),
  };
}

function attach(
  api: ApiDefinition,
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  rootRules: Map<string, FieldRule>,
): void {
  for (const [name, field] of Object.entries(type.getFields())) {
    const resolver = api.resolvers.get(resolverKey(type.name, name));
    const rule = fieldRule(schema, type, name, api.providers);
    if (rule.isRoot) rootRules.set(resolverKey(type.name, name), rule);
    const open =
      !rule.groups &&
      !rule.asksIam &&
      api.providers.every(({ mode }) => rule.modes.has(mode) && mode !== 'AWS_LAMBDA');
    if (open && !resolver) continue;
    field.resolve = fieldResolver(open ? undefined : rule, resolver && safeRunner(api, resolver));
  }
}

/** A resolver with a missing part fails when its field is asked for, and leaves the other fields alone. */
function safeRunner(api: ApiDefinition, resolver: ResolverDefinition): Runner {
  try {
    return runnerOf(api, resolver);
  } catch (error) {
    return () => Promise.reject(error as LocalCloudError);
  }
}

function runnerOf(api: ApiDefinition, resolver: ResolverDefinition): Runner {
  if (resolver.kind === 'UNIT') {
    const { handlers, maxBatchSize } = resolver;
    return unitRunner({
      name: 'unit',
      handlers,
      dataSource: dataSource(api, resolver.dataSourceName),
      maxBatchSize,
    });
  }
  const stages = resolver.functionIds.map((id): Stage => {
    const found = api.functions.get(id);
    if (!found) throw missing(`function ${id}`);
    const { name, handlers, maxBatchSize } = found;
    return { name, handlers, dataSource: dataSource(api, found.dataSourceName), maxBatchSize };
  });
  return pipelineRunner(resolver.handlers, stages);
}

function dataSource(api: ApiDefinition, name: string | undefined) {
  const found = api.dataSources.get(name ?? '');
  if (!found) throw missing(`data source ${name ?? ''}`);
  return found;
}

function missing(what: string): LocalCloudError {
  return new LocalCloudError(
    'MissingPart',
    `The API has no ${what}.`,
    'Check the template of the GraphQL API.',
  );
}
