import { STATUS_CODES } from 'node:http';
import type { CloudContext } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { Principal } from '../../../core/principal.ts';
import type { DataSourceOutcome } from './data-source.ts';
import { statementParameters } from './rds-parameters.ts';
import { badRequest, isObject, requestObject, required } from './request.ts';

export interface RdsTarget {
  readonly resourceArn: string;
  readonly secretArn: string;
  readonly database?: string;
  readonly schema?: string;
  readonly principal: Principal;
}

interface StatementResult {
  numberOfRecordsUpdated?: number;
  records?: unknown[];
  columnMetadata?: unknown[];
  generatedFields?: unknown[];
}

const SERVICE = 'rds-data';

/**
 * Runs one or two statements through the Data API, two of them in one transaction, and answers with AppSync's
 * JSON text `{"sqlStatementResults": [...]}`
 * (https://docs.aws.amazon.com/appsync/latest/devguide/resolver-mapping-template-reference-rds.html).
 */
export async function invokeRds(
  cloud: CloudContext,
  target: RdsTarget,
  value: unknown,
): Promise<DataSourceOutcome> {
  const request = requestObject(value);
  const statements = required<unknown[]>(request, 'statements');
  if (!Array.isArray(statements) || statements.some((one) => typeof one !== 'string')) {
    throw badRequest("Value for field '$[statements]' must be a list of strings.");
  }
  if (statements.length < 1 || statements.length > 2) {
    throw badRequest('RDS data sources support one or two statements per request.');
  }
  const variables = isObject(request.variableMap) ? request.variableMap : {};
  const hints = isObject(request.variableTypeHintMap) ? request.variableTypeHintMap : {};
  const inputs = (statements as string[]).map((sql) => ({
    sql,
    parameters: statementParameters(sql, variables, hints),
    includeResultMetadata: true,
  }));
  try {
    const results =
      inputs.length === 1
        ? [await execute(cloud, target, inputs[0]!)]
        : await together(cloud, target, inputs);
    return { result: JSON.stringify({ sqlStatementResults: results.map(shape) }) };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const type = `${error.statusCode} ${STATUS_CODES[error.statusCode] ?? ''}`.trim();
    return {
      result: null,
      error: { message: `RDSHttp:${JSON.stringify({ message: error.message })}`, type },
    };
  }
}

function shape(result: StatementResult): StatementResult {
  const {
    numberOfRecordsUpdated = 0,
    records = null,
    columnMetadata = null,
    generatedFields,
  } = result as Record<string, never>;
  return {
    numberOfRecordsUpdated,
    records,
    columnMetadata,
    ...(generatedFields ? { generatedFields } : {}),
  } as never;
}

function place({ resourceArn, secretArn, database, schema }: RdsTarget): Record<string, string> {
  return { resourceArn, secretArn, ...(database ? { database } : {}), ...(schema ? { schema } : {}) };
}

function execute(
  cloud: CloudContext,
  target: RdsTarget,
  input: Record<string, unknown>,
): Promise<StatementResult> {
  return cloud.call(target.principal, SERVICE, 'ExecuteStatement', { ...place(target), ...input });
}

async function together(
  cloud: CloudContext,
  target: RdsTarget,
  inputs: readonly Record<string, unknown>[],
): Promise<StatementResult[]> {
  const { principal, resourceArn, secretArn } = target;
  const { transactionId } = await cloud.call<{ transactionId: string }>(
    principal,
    SERVICE,
    'BeginTransaction',
    place(target),
  );
  try {
    const results: StatementResult[] = [];
    for (const input of inputs) results.push(await execute(cloud, target, { ...input, transactionId }));
    await cloud.call(principal, SERVICE, 'CommitTransaction', { resourceArn, secretArn, transactionId });
    return results;
  } catch (error) {
    await cloud.call(principal, SERVICE, 'RollbackTransaction', { resourceArn, secretArn, transactionId });
    throw error;
  }
}
