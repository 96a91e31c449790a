/**
 * Who makes a call.
 * - `role`: a session of a role of the assembly (a data source, a function, an identity of the identity pool);
 *   its policies are evaluated for every call.
 * - `service`: an AWS service calling another one, for example Cognito calling a trigger; the resource's
 *   own policy (`AWS::Lambda::Permission`) is evaluated.
 * - `anonymous`: an unsigned request.
 * - `developer`: the person at the keyboard (seed, console, tests), who may do everything in their own account.
 */
export type Principal =
  | {
      readonly kind: 'role';
      readonly roleArn: string;
      readonly sessionName: string;
      /** Policy variables and condition keys of the session, for example `cognito-identity.amazonaws.com:sub`. */
      readonly sessionContext?: Readonly<Record<string, string>>;
      /** Policy documents that narrow what this session may do (`AssumeRole` with `Policy`). */
      readonly sessionPolicies?: readonly unknown[];
    }
  | {
      readonly kind: 'service';
      /** For example `cognito-idp.amazonaws.com`. */
      readonly service: string;
      readonly sourceArn?: string;
    }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'developer' };

/** One thing to be allowed: an IAM action on a resource's ARN. */
export interface Permission {
  /** For example `dynamodb:PutItem`. */
  readonly action: string;
  /** An ARN, or `*` for actions that have no resource. */
  readonly resource: string;
  /** Condition keys of this request, for example `dynamodb:LeadingKeys`. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}
