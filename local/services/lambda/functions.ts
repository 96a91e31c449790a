import { AwsError } from '../../core/errors.ts';

/** A function of the assembly. */
export interface FunctionConfig {
  readonly name: string;
  readonly arn: string;
  readonly runtime: string | undefined;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly roleArn: string;
  readonly code: FunctionCode;
  /** ARNs; their content is not covered. */
  readonly layers: readonly string[];
  readonly architecture: string;
  readonly reservedConcurrency: number | undefined;
  /** Whether its runs are segments of X-Ray's traces. */
  readonly traced: boolean;
  /** Changes when anything that a running instance has taken in changes. */
  readonly fingerprint: string;
}

export interface FunctionCode {
  readonly S3Bucket?: string;
  readonly S3Key?: string;
  readonly ZipFile?: string;
  readonly ImageUri?: string;
}

/** One statement of a function's resource policy (`AWS::Lambda::Permission`). */
export interface FunctionPermission {
  readonly action: string;
  readonly principal: string;
  readonly sourceArn: string | undefined;
  readonly sourceAccount: string | undefined;
}

export interface AsyncConfig {
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
  /** The queue that gets what failed to the last. */
  readonly onFailureArn?: string;
}

export interface FunctionRegistry {
  readonly functions: Map<string, FunctionConfig>;
  /** By function name, then by the permission's address. */
  readonly permissions: Map<string, Map<string, FunctionPermission>>;
  readonly asyncConfigs: Map<string, AsyncConfig>;
  /** By ARN or name; a version or alias is ignored. Throws ResourceNotFoundException. */
  get(arnOrName: string): FunctionConfig;
  arnOf(arnOrName: string): string;
}

export function createFunctionRegistry(region: string, accountId: string): FunctionRegistry {
  const functions = new Map<string, FunctionConfig>();
  const prefix = `arn:aws:lambda:${region}:${accountId}:function:`;
  return {
    functions,
    permissions: new Map(),
    asyncConfigs: new Map(),
    arnOf: (arnOrName) => `${prefix}${functionName(arnOrName)}`,
    get(arnOrName) {
      const name = functionName(arnOrName);
      const found = functions.get(name);
      if (!found) {
        throw new AwsError('ResourceNotFoundException', `Function not found: ${prefix}${name}`, {
          statusCode: 404,
          extra: { Type: 'User' },
        });
      }
      return found;
    },
  };
}

/** From an ARN, a partial ARN (`account:function:name`) or a name, each with a qualifier or without. */
export function functionName(arnOrName: string): string {
  const parts = arnOrName.split(':');
  const marker = parts.indexOf('function');
  return (marker === -1 ? parts[0] : parts[marker + 1]) ?? arnOrName;
}
