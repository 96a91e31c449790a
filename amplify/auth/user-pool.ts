import type { CfnUserPool, CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';

/** What `defineAuth` has no option for. */
export function configureUserPool(pool: CfnUserPool, client: CfnUserPoolClient, isTemporary: boolean): void {
  // Essentials costs three times as much, and nothing here needs it.
  pool.userPoolTier = 'LITE';
  pool.deletionProtection = isTemporary ? 'INACTIVE' : 'ACTIVE';
  // Nobody learns from sign-in or recovery whether an address has an account.
  client.preventUserExistenceErrors = 'ENABLED';
  client.enableTokenRevocation = true;
}
