import { many, type PolicyStatement, type PrincipalElement } from './document.ts';

/** Who makes a request, by the names that a `Principal` element can have for it. */
export interface CallerNames {
  /** The role's ARN and its session's; empty for services and anonymous calls. */
  readonly aws: readonly string[];
  /** The account's forms, `arn:aws:iam::<id>:root` and the id: allowing them delegates to IAM, denying them denies. */
  readonly account?: readonly string[];
  readonly service?: string;
  readonly federated?: string;
}

export type PrincipalMatcher = (caller: CallerNames) => boolean;

/** Compiles `Principal` or `NotPrincipal`; undefined in identity policies, which have none. */
export function compilePrincipal(statement: PolicyStatement): PrincipalMatcher | undefined {
  if (statement.Principal !== undefined) return matcherOf(statement.Principal, statement.Effect === 'Deny');
  if (statement.NotPrincipal === undefined) return undefined;
  const excluded = matcherOf(statement.NotPrincipal, true);
  return (caller) => !excluded(caller);
}

function matcherOf(element: PrincipalElement, withAccount: boolean): PrincipalMatcher {
  if (element === '*') return () => true;
  const aws = many(element.AWS);
  const services = many(element.Service);
  const federated = many(element.Federated);
  return (caller) =>
    aws.includes('*') ||
    aws.some((name) => caller.aws.includes(name) || (withAccount && caller.account?.includes(name))) ||
    (caller.service !== undefined && (services.includes(caller.service) || services.includes('*'))) ||
    (caller.federated !== undefined && federated.includes(caller.federated));
}
