import { AwsError } from '../../core/errors.ts';

type OneOrMany<T> = T | readonly T[];

/** The value of `Principal` and `NotPrincipal`. */
export type PrincipalElement =
  '*' | Readonly<Partial<Record<'AWS' | 'Service' | 'Federated' | 'CanonicalUser', OneOrMany<string>>>>;

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  /** Operator, then key, then value or values. */
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, OneOrMany<string | number | boolean>>>>
  >;
}

export interface PolicyDocument {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: OneOrMany<PolicyStatement>;
}

export function many<T>(value: OneOrMany<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/**
 * Checks the shape of a policy as IAM does when one is put.
 * Throws AwsError MalformedPolicyDocument.
 */
export function parsePolicyDocument(value: unknown): PolicyDocument {
  const document = typeof value === 'string' ? parseJson(value) : value;
  if (document === null || typeof document !== 'object') throw malformed('Syntax errors in policy.');
  const { Version, Statement } = document as Partial<PolicyDocument>;
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17') {
    throw malformed(`The policy must contain a valid version string`);
  }
  if (Statement === undefined) throw malformed('Syntax errors in policy.');
  for (const statement of many(Statement)) checkStatement(statement);
  return document as PolicyDocument;
}

function checkStatement(statement: PolicyStatement): void {
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') {
    throw malformed(`Syntax errors in policy.`);
  }
  if ((statement.Action === undefined) === (statement.NotAction === undefined)) {
    throw malformed('Policy statement must contain actions.');
  }
  if (statement.Resource !== undefined && statement.NotResource !== undefined) {
    throw malformed('Syntax errors in policy.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('This policy contains invalid Json');
  }
}

function malformed(message: string): AwsError {
  return new AwsError('MalformedPolicyDocument', message);
}
