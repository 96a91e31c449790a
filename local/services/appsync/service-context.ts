import type { CloudContext } from '../../core/context.ts';
import type { Principal } from '../../core/principal.ts';
import type { ApiStore } from './api-store.ts';
import type { Evaluator } from './runtime/evaluator.ts';

/** Compiles handlers; the real ones are in `runtime/`, tests may give their own. */
export interface EvaluatorFactory {
  vtl(templates: { request?: string; response?: string }): Evaluator;
  js(code: string): Evaluator;
}

/** A signed request that came over the real-time channel. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Verifies SigV4 and says who signed. Throws AwsError. */
export type SignatureVerifier = (request: SignedRequest) => Principal | Promise<Principal>;

export interface AppSyncOptions {
  /** For AWS_IAM over WebSockets; HTTP requests were verified by the gateway. */
  verifySignature?: SignatureVerifier;
  /** AppSync's 30 seconds unless told. */
  executionTimeoutMs?: number;
}

/** What the parts of this service share. */
export interface AppSyncContext {
  readonly cloud: CloudContext;
  readonly apis: ApiStore;
  readonly evaluators: EvaluatorFactory;
  readonly options: AppSyncOptions;
}
