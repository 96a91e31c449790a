/** A user pool's client whose tokens an identity pool accepts. */
export interface Provider {
  /** `cognito-idp.<region>.amazonaws.com/<user pool id>`. */
  readonly name: string;
  readonly clientId: string;
  /** Whether a token that was revoked is refused. */
  readonly serverSideTokenCheck: boolean;
}

/** An identity pool as its template says. */
export interface IdentityPool {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly allowGuests: boolean;
  readonly providers: readonly Provider[];
}

/** Which roles a pool gives, from its IdentityPoolRoleAttachment. */
export interface RoleAttachment {
  readonly poolId: string;
  readonly address: string;
  readonly authenticated?: string;
  readonly unauthenticated?: string;
  readonly mappings: readonly RoleMapping[];
}

export interface RoleMapping {
  /** `cognito-idp.<region>.amazonaws.com/<user pool id>:<client id>`. */
  readonly provider: string;
  readonly type: 'Token' | 'Rules';
  readonly ambiguous: 'AuthenticatedRole' | 'Deny';
  readonly rules: readonly RoleRule[];
}

export interface RoleRule {
  readonly Claim: string;
  readonly MatchType: 'Equals' | 'Contains' | 'StartsWith' | 'NotEqual';
  readonly RoleARN: string;
  readonly Value: string;
}
