import { type ExecutionResult, type OperationDefinitionNode, execute } from 'graphql16';
import type { CompiledApi } from '../compile.ts';
import type { PreparedDocument } from './documents.ts';
import { type AppSyncError, executionError } from './errors.ts';
import type { RequestContext } from './request-context.ts';
import { variableError } from './variable-errors.ts';

export interface GraphQLResult {
  data: Record<string, unknown> | null;
  errors?: AppSyncError[];
}

/** Runs one operation of a valid document. Never throws for what the document or a resolver did. */
export async function runOperation(
  api: CompiledApi,
  prepared: PreparedDocument,
  operation: OperationDefinitionNode,
  request: RequestContext,
  rootValue: unknown = undefined,
): Promise<GraphQLResult> {
  const result: ExecutionResult = await execute({
    schema: api.schema,
    document: prepared.document,
    operationName: operation.name?.value,
    variableValues: request.variables,
    contextValue: request,
    rootValue,
  });
  if (result.errors && !('data' in result)) return { data: null, errors: result.errors.map(variableError) };
  const errors = [
    ...request.errors,
    ...(result.errors ?? []).map((error) => executionError(error, api.schema)),
  ];
  const data = (result.data ?? null) as GraphQLResult['data'];
  return errors.length ? { data, errors } : { data };
}
