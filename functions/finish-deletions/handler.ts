import {
  CognitoIdentityProviderClient,
  paginateListUsersInGroup,
} from '@aws-sdk/client-cognito-identity-provider';
import { DELETING_GROUP, deletePerson } from '../shared/delete-person.ts';
import { environment } from '../shared/environment.ts';
import { log } from '../shared/log.ts';
import { observed, traced } from '../shared/observed.ts';

const cognito = traced(new CognitoIdentityProviderClient({}));
const LIMITS = { patienceMs: 60_000, timeMs: 120_000 };

/**
 * Runs on a schedule: finishes the deletions that delete-account could not. Without any it asks Cognito once and does
 * not wake the database. Throws when one failed, so that the alarm on failed runs sees it; the next run tries again.
 */
export const handler = observed(async (): Promise<{ finished: number }> => {
  let finished = 0;
  const failures: unknown[] = [];
  const group = { UserPoolId: environment('USER_POOL_ID'), GroupName: DELETING_GROUP };
  for await (const page of paginateListUsersInGroup({ client: cognito }, group)) {
    for (const { Username: username = '', Attributes = [] } of page.Users ?? []) {
      const userId = Attributes.find((attribute) => attribute.Name === 'sub')?.Value ?? username;
      try {
        await deletePerson(cognito, { userId, username }, LIMITS);
        finished += 1;
      } catch (error) {
        log('error', 'Account still not deleted.', { userId, error });
        failures.push(error);
      }
    }
  }
  if (failures.length) throw new AggregateError(failures, `${failures.length} accounts are not deleted yet.`);
  return { finished };
});
