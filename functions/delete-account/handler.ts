import {
  AdminAddUserToGroupCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { answer, type Answer } from '../shared/answer.ts';
import { DELETING_GROUP, deletePerson, type Leaving } from '../shared/delete-person.ts';
import { environment } from '../shared/environment.ts';
import { log } from '../shared/log.ts';
import { observed, traced } from '../shared/observed.ts';

const cognito = traced(new CognitoIdentityProviderClient({}));
/** AppSync waits 30 s for a data source; a paused database resumes in about 15 s. */
const LIMITS = { patienceMs: 18_000, timeMs: 20_000 };

/**
 * The mutation `deleteAccount`; its resolver has checked that the sign-in is fresh. The wish is noted first: from then
 * on the account goes, now or, if something fails, when finish-deletions comes round.
 */
export const handler = observed((leaving: Leaving): Promise<Answer<boolean>> => {
  return answer(async () => {
    if (!(await noteWish(leaving.username))) return true;
    try {
      await deletePerson(cognito, leaving, LIMITS);
      log('info', 'Account deleted.', { userId: leaving.userId });
    } catch (error) {
      log('error', 'Account not deleted yet; finish-deletions will.', { userId: leaving.userId, error });
    }
    return true;
  });
});

/** False when there is no such account any more. */
async function noteWish(username: string): Promise<boolean> {
  const user = { UserPoolId: environment('USER_POOL_ID'), Username: username };
  try {
    await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: DELETING_GROUP }));
    return true;
  } catch (error) {
    if (error instanceof UserNotFoundException) return false;
    throw error;
  }
}
