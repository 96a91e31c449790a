import { AwsError } from '../../../core/errors.ts';
import type { Permission } from '../../../core/principal.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import type { RequestReader } from '../request/reader.ts';
import { tableArn } from './arn.ts';
import type { Table } from './definition.ts';

/** The permission that an operation on a table's tags needs. */
export function tagPermission(action: string, request: RequestReader): readonly Permission[] {
  return [{ action: `dynamodb:${action}`, resource: resourceArn(request) }];
}

/** The table whose ARN the request names. Throws ResourceNotFoundException. */
export function taggedTable(engine: Engine, request: RequestReader): Table {
  const arn = resourceArn(request);
  const table = engine.catalog
    .all()
    .find(({ definition }) => tableArn(engine.cloud, definition.TableName) === arn);
  if (table) return table;
  throw new AwsError(
    'ResourceNotFoundException',
    `Requested resource not found: ResourcArn: ${arn} not found`,
  );
}

function resourceArn(request: RequestReader): string {
  const arn = request.string('ResourceArn');
  if (!arn) throw validationError('Invalid TableArn');
  return arn;
}
