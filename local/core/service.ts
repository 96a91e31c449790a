import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Permission, Principal } from './principal.ts';
import type { ResourceHandler } from './resource.ts';

/** A call of one operation: who makes it, and an id that leads through logs and traces. */
export interface Call {
  readonly principal: Principal;
  readonly requestId: string;
}

/**
 * One wire operation of a service, in a file of its own named after it (`operations/PutItem.ts`).
 * Input and output are the operation's wire JSON, for example DynamoDB's attribute values.
 */
export interface Operation<Input = never, Output = unknown> {
  /**
   * What the caller must be allowed to do. `public` for operations that AWS takes unsigned, for example
   * `InitiateAuth`. It may throw a validation error of the service.
   */
  readonly authorize: 'public' | ((input: Input) => readonly Permission[]);
  run(input: Input, call: Call): Promise<Output> | Output;
}

/** An HTTP request whose body was read and whose signature, if it has one, was verified. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query as sent, after the service's own prefix, for example `/bucket/key?uploads`. */
  readonly url: URL;
  /** The path exactly as it was signed and sent, without the query, prefix included. */
  readonly rawPath: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly principal: Principal;
  readonly requestId: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Uint8Array;
}

/** How a service speaks over HTTP. */
export type Protocol =
  /** POST with `X-Amz-Target: <targetPrefix>.<Operation>`. */
  | { readonly kind: 'json'; readonly version: '1.0' | '1.1'; readonly targetPrefix: string }
  /** POST to a path for each operation, JSON in and out; `paths` maps `/Execute` to `ExecuteStatement`. */
  | { readonly kind: 'rest-json'; readonly paths: Readonly<Record<string, string>> }
  /** The service reads the request itself, through `handleHttp`. */
  | { readonly kind: 'http' };

/**
 * One AWS service. The registry (`local/services/index.ts`) lists them; adding one is adding a folder.
 * What persists lives under the folder given at creation; configuration comes from the templates at each start.
 */
export interface AwsService {
  /** Folder name, path prefix of its endpoint, and name in `AWS_ENDPOINT_URL_<ID>`: `cognito-idp`. */
  readonly id: string;
  /** The service's name in SigV4 credential scopes and in ARNs: `cognito-idp`, `rds-data`, `s3`. */
  readonly signingName: string;
  readonly protocol: Protocol;
  readonly operations: Readonly<Record<string, Operation>>;
  /** The CloudFormation types that this service provides. */
  readonly resources: readonly ResourceHandler[];
  /** For `http` protocols, and for further paths of the others (JWKS). Returns undefined for «not mine». */
  handleHttp?(request: HttpRequest): Promise<HttpResponse | undefined>;
  /** A WebSocket upgrade on a path of this service. */
  handleUpgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  start?(): Promise<void>;
  stop?(): Promise<void>;
  /** Drops all data, keeps the configuration. */
  reset?(): Promise<void>;
  /** Rows for the console's page of this service; JSON-serialisable. */
  inspect?(): Promise<unknown>;
}
