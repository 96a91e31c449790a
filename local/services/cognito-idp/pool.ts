/** An attribute that a user of a pool can have. */
export interface AttributeSchema {
  /** With its prefix: `email`, `custom:plan`. */
  readonly name: string;
  readonly type: 'String' | 'Number' | 'DateTime' | 'Boolean';
  readonly required: boolean;
  readonly mutable: boolean;
  readonly min?: number;
  readonly max?: number;
}

export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  readonly temporaryPasswordValidityDays: number;
}

export interface MessageTemplates {
  readonly emailSubject: string;
  readonly emailMessage: string;
  readonly smsMessage: string;
  readonly inviteEmailSubject: string;
  readonly inviteEmailMessage: string;
  readonly inviteSmsMessage: string;
}

export type TriggerName =
  | 'PreSignUp'
  | 'PostConfirmation'
  | 'PreAuthentication'
  | 'PostAuthentication'
  | 'PreTokenGeneration'
  | 'CustomMessage';

export type RecoveryName = 'verified_email' | 'verified_phone_number' | 'admin_only';

/** A user pool as its template says. */
export interface UserPool {
  readonly id: string;
  /** What follows the underscore of the id; part of the SRP identity. */
  readonly shortId: string;
  readonly arn: string;
  readonly name: string;
  readonly address: string;
  readonly issuer: string;
  readonly schema: ReadonlyMap<string, AttributeSchema>;
  readonly usernameAttributes: readonly string[];
  readonly aliasAttributes: readonly string[];
  readonly autoVerified: readonly string[];
  readonly caseSensitive: boolean;
  readonly passwordPolicy: PasswordPolicy;
  readonly adminCreateOnly: boolean;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  readonly enabledMfas: readonly string[];
  /** In order of priority. */
  readonly recovery: readonly RecoveryName[];
  readonly verifyBeforeUpdate: readonly string[];
  readonly triggers: Readonly<Partial<Record<TriggerName, string>>>;
  readonly preTokenVersion: 'V1_0' | 'V2_0';
  readonly messages: MessageTemplates;
  /** As the template has them, for DescribeUserPool. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** An app client, with its defaults filled in. Durations are in milliseconds. */
export interface PoolClient {
  readonly id: string;
  readonly name: string;
  readonly poolId: string;
  readonly address: string;
  readonly secret?: string;
  readonly authFlows: readonly string[];
  readonly preventUserExistenceErrors: boolean;
  readonly accessTokenMs: number;
  readonly idTokenMs: number;
  readonly refreshTokenMs: number;
  readonly authSessionMs: number;
  readonly rotation?: { readonly graceMs: number };
  readonly revocation: boolean;
  /** Undefined: every attribute of the schema. */
  readonly readAttributes?: readonly string[];
  readonly writeAttributes?: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The values by which users are told apart: as they are, or folded where the pool ignores case. */
export function foldName(pool: Pick<UserPool, 'caseSensitive'>, name: string): string {
  return pool.caseSensitive ? name : name.toLowerCase();
}
