import type { Principal } from '../../../core/principal.ts';
import type { Identity } from '../runtime/evaluator.ts';
import type { AuthMode, AuthProvider } from './provider.ts';

/** Somebody who was let in: by which way, and what resolvers see of them. */
export interface Caller {
  readonly mode: AuthMode;
  readonly provider: AuthProvider;
  readonly identity: Identity;
  /** Cognito groups of the token. */
  readonly groups: readonly string[];
  /** For AWS_IAM: whose policies decide. */
  readonly principal?: Principal;
  /** For AWS_LAMBDA: `Type.field` or ARNs that the authorizer denies. */
  readonly deniedFields: ReadonlySet<string>;
}

/** The request's parts that authentication looks at. Header names are lower case. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly principal: Principal;
  readonly sourceIp: string;
  readonly requestId: string;
  readonly query?: string;
  readonly variables?: unknown;
  readonly operationName?: string;
}
