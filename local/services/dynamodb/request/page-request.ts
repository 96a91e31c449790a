import { validationError } from '../errors.ts';
import type { Engine } from '../engine.ts';
import { conditionPaths, type DocumentPath } from '../expressions/syntax.ts';
import { checkScalarPaths } from '../items/update-checks.ts';
import type { PageRequest } from '../items/read-page.ts';
import type { Index, Table } from '../tables/definition.ts';
import { readCapacityDetail } from './common.ts';
import type { Expressions } from './expressions.ts';
import type { RequestReader } from './reader.ts';

/** What Query and Scan have in common, checked as far as that goes without the table. */
export interface PageParameters {
  readonly tableName: string;
  readonly indexName?: string;
  readonly limit?: number;
  readonly consistent: boolean;
  readonly select?: 'SPECIFIC_ATTRIBUTES' | 'COUNT' | 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES';
  readonly detail: ReturnType<typeof readCapacityDetail>;
}

export function readPageParameters(request: RequestReader): PageParameters {
  return {
    tableName: request.tableName(),
    indexName: request.indexName(),
    limit: request.integer('Limit', 1),
    consistent: request.boolean('ConsistentRead') ?? false,
    select: request.oneOf('Select', [
      'SPECIFIC_ATTRIBUTES',
      'COUNT',
      'ALL_ATTRIBUTES',
      'ALL_PROJECTED_ATTRIBUTES',
    ] as const),
    detail: readCapacityDetail(request),
  };
}

/** Throws when Select does not go together with the other parameters. */
export function checkSelect({ select, indexName }: PageParameters, { projection }: Expressions): void {
  if (select === 'SPECIFIC_ATTRIBUTES' && !projection) {
    throw validationError(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  }
  if (select === 'COUNT' && projection) {
    throw validationError('Cannot specify the ProjectionExpression when choosing to get only the Count');
  }
  if (select === 'ALL_ATTRIBUTES' && projection) {
    throw validationError('Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES');
  }
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && projection) {
    throw validationError(
      'Cannot specify the ProjectionExpression when choosing to get ALL_PROJECTED_ATTRIBUTES',
    );
  }
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && !indexName) {
    throw validationError('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
  }
}

/** The table and index that the request names. Throws when they do not exist, or cannot be read as asked. */
export function findTarget(engine: Engine, parameters: PageParameters): { table: Table; index?: Index } {
  const table = engine.catalog.get(parameters.tableName);
  if (!parameters.indexName) return { table };
  const index = table.indexes.find(({ name }) => name === parameters.indexName);
  if (!index) {
    throw validationError(`The table does not have the specified index: ${parameters.indexName}`);
  }
  if (index.kind === 'global' && parameters.consistent) {
    throw validationError('Consistent reads are not supported on global secondary indexes');
  }
  return { table, index };
}

/**
 * What of each item is read and answered. Throws when the index does not hold an attribute that the request needs and
 * cannot get from the table.
 */
export function readView(
  table: Table,
  index: Index | undefined,
  { select }: PageParameters,
  { projection, filter }: Expressions,
): Pick<PageRequest, 'filter' | 'projection' | 'countOnly' | 'wholeItems'> {
  checkScalarPaths(table, [...(projection ?? []), ...(filter ? conditionPaths(filter) : [])]);
  const view = { filter, projection, countOnly: select === 'COUNT' };
  if (!index?.projected) return { ...view, wholeItems: true };
  const lacking = (paths: readonly DocumentPath[]): string[] => [
    ...new Set(paths.map(([name]) => name as string).filter((name) => !index.projected!.has(name))),
  ];
  const filtered = lacking(filter ? conditionPaths(filter) : []);
  if (filtered.length > 0) {
    throw validationError(
      `One or more parameter values were invalid: Secondary index ${index.name} does not project one or more ` +
        `filter attributes: [${filtered.join(', ')}]`,
    );
  }
  const wanted = lacking(projection ?? []);
  if (index.kind === 'local')
    return { ...view, wholeItems: select === 'ALL_ATTRIBUTES' || wanted.length > 0 };
  if (select === 'ALL_ATTRIBUTES') {
    throw validationError(
      'One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global ' +
        `secondary index ${index.name} because its projection type is not ALL`,
    );
  }
  if (wanted.length > 0) {
    throw validationError(
      `One or more parameter values were invalid: Global secondary index ${index.name} does not project ` +
        `[${wanted.join(', ')}]`,
    );
  }
  return { ...view, wholeItems: false };
}
