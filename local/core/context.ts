import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';
import type { Permission, Principal } from './principal.ts';
import type { AwsService } from './service.ts';
import type { Tracker } from './tracker.ts';

/** What every service is given: the account it lives in, and the way to the others. */
export interface CloudContext {
  readonly region: string;
  /** Twelve digits, a made-up account. */
  readonly accountId: string;
  readonly clock: Clock;
  /** What happens, for the console and for tests. */
  readonly bus: Bus;
  /** Work in flight, so that `settle()` can wait for it. */
  readonly tracker: Tracker;
  /** The gateway's address, `http://127.0.0.1:<port>`, known before any resource is applied. */
  readonly baseUrl: string;
  /** Makes and returns this service's folder for what persists, an absolute path. */
  stateFolder(serviceId: string): string;
  /** The folder of the assembly (assets stand in it), an absolute path. */
  assemblyFolder(): string;
  readonly iam: Authorizer;
  /**
   * Calls an operation in-process as the gateway would: authorization first, then the operation.
   * Throws `AwsError` as the SDK would, `LocalCloudError` for what is not covered.
   */
  call<Output = unknown>(
    principal: Principal,
    serviceId: string,
    operation: string,
    input: unknown,
  ): Promise<Output>;
  /** Another service, for what is not a wire operation. Throws LocalCloudError when it is not registered. */
  service<S extends AwsService = AwsService>(id: string): S;
}

export interface Authorizer {
  /** Throws AccessDeniedException in AWS's words, naming the action and the resource. */
  authorize(principal: Principal, permission: Permission, options?: { errorCode?: string }): void;
  /** Puts the policy on a resource (a bucket's, for example), in place of the one before. Absent in unit tests. */
  addResourcePolicy?(resourceArn: string, document: unknown): void;
  removeResourcePolicy?(resourceArn: string): void;
  /** Gives credentials for a role session; the gateway recognises them. Lifetime in seconds, 3600 unless told. */
  issueCredentials(
    principal: Extract<Principal, { kind: 'role' }>,
    lifetimeSeconds?: number,
  ): TemporaryCredentials;
}

export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expiration: number;
}

/** What the lambda service offers to other services beside its wire operations. */
export interface FunctionInvoker extends AwsService {
  /** Runs a function synchronously, after `iam` allowed it by its resource policy or the role's policies. */
  invokeFunction(input: {
    /** An ARN (a version or alias suffix is ignored) or a function name. */
    functionArn: string;
    payload: unknown;
    principal: Principal;
    /** A trigger's own limit (Cognito: 5,000); the function's timeout holds as well. */
    timeoutMs?: number;
  }): Promise<{ payload: unknown; functionError?: 'Unhandled' | 'Handled' | 'TimedOut' }>;
}

/** What cognito-idp offers to AppSync and to identity pools. */
export interface TokenVerifier extends AwsService {
  /**
   * Verifies signature, expiry, issuer, `token_use`, and that the token was not revoked (global sign-out, deleted
   * user). Returns the claims. Throws AwsError NotAuthorizedException.
   */
  verifyToken(
    token: string,
    expected: {
      userPoolId: string;
      clientIds?: readonly string[];
      use?: 'id' | 'access';
      /** What the token itself says alone, as for services of AWS that don't ask Cognito whether it was revoked. */
      stateless?: boolean;
    },
  ): Promise<Record<string, unknown>>;
}

/** What dynamodb offers to event source mappings: its streams, in order. Each throws AwsError for an unknown stream. */
export interface StreamReader extends AwsService {
  /** Records after a sequence number (from the oldest when undefined), oldest first, at most `limit`. */
  readStream(streamArn: string, after: string | undefined, limit: number): readonly StreamRecord[];
  /** The newest sequence number, where `LATEST` starts; undefined for an empty stream. */
  latestSequence(streamArn: string): string | undefined;
  /** Called after records were added; returns a function that stops listening. */
  onStream(streamArn: string, listener: () => void): () => void;
}

/** A record as GetRecords gives it; its further members go through to the function as they are. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Seconds since the epoch. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Readonly<Record<string, unknown>>;
    readonly NewImage?: Readonly<Record<string, unknown>>;
    readonly OldImage?: Readonly<Record<string, unknown>>;
    readonly StreamViewType: string;
  };
  /** Who deleted the item, when that was DynamoDB itself. */
  readonly userIdentity?: { readonly type: string; readonly principalId: string };
}
