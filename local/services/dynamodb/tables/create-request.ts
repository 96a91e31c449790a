import { validationError } from '../errors.ts';
import type { RequestReader } from '../request/reader.ts';
import type {
  AttributeDefinition,
  IndexDefinition,
  KeySchemaElement,
  Projection,
  StreamViewType,
  TableDefinition,
  Throughput,
} from './definition.ts';

/** A table as CreateTable asks for it. */
export type TableRequest = Omit<
  TableDefinition,
  'TableId' | 'CreatedAt' | 'Stream' | 'TimeToLiveAttribute' | 'PointInTimeRecovery'
> & { readonly StreamViewType?: StreamViewType };

/** Reads a CreateTable. Shapes and constraints only: `checkTable` looks at what they mean together. */
export function readTableRequest(request: RequestReader): TableRequest {
  const TableName = request.tableName();
  request.required('AttributeDefinitions', 'KeySchema');
  request.length('KeySchema', 1, 2);
  const billingMode = request.oneOf('BillingMode', ['PROVISIONED', 'PAY_PER_REQUEST'] as const);
  const definition = {
    TableName,
    AttributeDefinitions: readAttributeDefinitions(request),
    KeySchema: readKeySchema(request),
    BillingMode: billingMode ?? 'PROVISIONED',
    ProvisionedThroughput: readThroughput(request),
    GlobalSecondaryIndexes: (request.structures('GlobalSecondaryIndexes') ?? []).map(readIndex),
    LocalSecondaryIndexes: (request.structures('LocalSecondaryIndexes') ?? []).map(readIndex),
    StreamViewType: readStream(request)?.viewType,
    DeletionProtection: request.boolean('DeletionProtectionEnabled') ?? false,
    EncryptionType: readEncryption(request),
    TableClass: readTableClass(request) ?? 'STANDARD',
    Tags: readTags(request),
  } as const;
  request.check();
  for (const list of ['LocalSecondaryIndexes', 'GlobalSecondaryIndexes']) {
    if (request.list(list)?.length === 0) {
      throw validationError(`One or more parameter values were invalid: List of ${list} is empty`);
    }
  }
  return definition;
}

export function readAttributeDefinitions(request: RequestReader): readonly AttributeDefinition[] {
  return (request.structures('AttributeDefinitions') ?? []).map((one) => {
    one.required('AttributeName', 'AttributeType');
    one.length('AttributeName', 1, 255);
    return {
      AttributeName: one.string('AttributeName')!,
      AttributeType: one.oneOf('AttributeType', ['B', 'N', 'S'] as const)!,
    };
  });
}

export function readIndex(index: RequestReader): IndexDefinition {
  index.required('IndexName', 'KeySchema', 'Projection');
  index.length('KeySchema', 1, 2);
  return {
    IndexName: index.indexName()!,
    KeySchema: readKeySchema(index),
    Projection: readProjection(index),
    ...(index.has('ProvisionedThroughput') && { ProvisionedThroughput: readThroughput(index) }),
  };
}

export function readThroughput(request: RequestReader): Throughput | undefined {
  const throughput = request.structure('ProvisionedThroughput');
  if (!throughput) return undefined;
  throughput.required('WriteCapacityUnits', 'ReadCapacityUnits');
  return {
    ReadCapacityUnits: throughput.integer('ReadCapacityUnits', 1)!,
    WriteCapacityUnits: throughput.integer('WriteCapacityUnits', 1)!,
  };
}

/** Whether a stream is asked for, and which; undefined when the request says nothing of streams. */
export function readStream(
  request: RequestReader,
): { enabled: boolean; viewType?: StreamViewType } | undefined {
  const stream = request.structure('StreamSpecification');
  if (!stream) return undefined;
  stream.required('StreamEnabled');
  const viewTypes = ['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'] as const;
  const viewType = stream.oneOf('StreamViewType', viewTypes);
  const enabled = stream.boolean('StreamEnabled') ?? false;
  if (enabled && !viewType) {
    throw validationError(
      'One or more parameter values were invalid: StreamViewType is required when StreamEnabled is true',
    );
  }
  return { enabled, viewType };
}

/** Encryption at rest is the disk's affair here; what was asked for is only told again. */
export function readEncryption(request: RequestReader): 'KMS' | undefined {
  return request.structure('SSESpecification')?.boolean('Enabled') ? 'KMS' : undefined;
}

export function readTableClass(request: RequestReader): TableDefinition['TableClass'] | undefined {
  return request.oneOf('TableClass', ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'] as const);
}

export function readTags(request: RequestReader): Readonly<Record<string, string>> {
  const tags = (request.structures('Tags') ?? []).map((tag): [string, string] => {
    tag.required('Key', 'Value');
    return [tag.string('Key') ?? '', tag.string('Value') ?? ''];
  });
  return Object.fromEntries(tags);
}

function readKeySchema(request: RequestReader): readonly KeySchemaElement[] {
  return (request.structures('KeySchema') ?? []).map((element) => {
    element.required('AttributeName', 'KeyType');
    return {
      AttributeName: element.string('AttributeName')!,
      KeyType: element.oneOf('KeyType', ['HASH', 'RANGE'] as const)!,
    };
  });
}

function readProjection(index: RequestReader): Projection {
  const projection = index.structure('Projection');
  const types = ['ALL', 'INCLUDE', 'KEYS_ONLY'] as const;
  const attributes = projection?.list('NonKeyAttributes') as readonly string[] | undefined;
  projection?.length('NonKeyAttributes', 1);
  return {
    ProjectionType: projection?.oneOf('ProjectionType', types) as Projection['ProjectionType'],
    ...(attributes && { NonKeyAttributes: attributes }),
  };
}
