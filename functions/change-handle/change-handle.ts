import {
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import beginHandleChange from '../../sql/queries/begin_handle_change.sql';
import changeHandleSql from '../../sql/queries/change_handle.sql';
import { HANDLE_ADVICE, handleProblem, normalizeHandle } from '../../shared/handle.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Profile } from '../shared/create-profile.ts';
import { execute } from '../shared/database.ts';
import { environment } from '../shared/environment.ts';
import { giveUpHandles, readHandle, takeMarkedHandle } from '../shared/former-handles.ts';
import { handlesOf } from '../shared/handles.ts';

export interface Change {
  userId: string;
  username: string;
  /** As it was typed. */
  handle: string;
}

/** AppSync waits 30 s for a data source; a paused database resumes in about 15 s. */
const PATIENCE_MS = 18_000;

/**
 * Gives somebody another handle: takes the new one (the table of handles decides), makes it the profile's, tells
 * Cognito, and gives the old one up last. Whatever fails in between, the handle that the profile shows is the person's
 * own; doing it again finishes it. Throws Refusal HandleInvalid and HandleTaken, and what the database says.
 */
export async function changeHandle(cognito: CognitoIdentityProviderClient, change: Change): Promise<Profile> {
  const { userId, username } = change;
  const handle = normalizeHandle(change.handle);
  const problem = handleProblem(handle);
  if (problem) throw new Refusal('HandleInvalid', HANDLE_ADVICE[problem]);

  const patience = { patienceMs: PATIENCE_MS };
  const caller = { caller_id: userId, handle };
  const [now] = await execute<{ handle: string; display_name: string }>(beginHandleChange, caller, patience);
  if (!now) throw new Refusal('ProfileMissing', 'Your profile does not exist yet. Please try again.');
  const old = now.handle === handle ? undefined : await readHandle(now.handle);
  if (old || !(await isOwn(handle, userId))) {
    if (!(await takeMarkedHandle({ handle, userId, displayName: now.display_name }))) {
      throw new Refusal('HandleTaken', 'This handle is taken. Please choose another.');
    }
  }

  const [changed] = await execute<{ item: Profile | string }>(changeHandleSql, caller, patience);
  await cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: environment('USER_POOL_ID'),
      Username: username,
      UserAttributes: [{ Name: 'preferred_username', Value: handle }],
    }),
  );
  // What an earlier change left behind goes too; the index may lag, so the old one is named as well.
  const held = [...(old ? [old] : []), ...(await handlesOf(userId))];
  const given = new Map(held.filter((item) => item.handle !== handle).map((item) => [item.handle, item]));
  await giveUpHandles(
    userId,
    [...given.values()].filter((item) => item.expiresAt === undefined),
  );
  return typeof changed!.item === 'string' ? (JSON.parse(changed!.item) as Profile) : changed!.item;
}

async function isOwn(handle: string, userId: string): Promise<boolean> {
  const item = await readHandle(handle);
  return item?.userId === userId && item.expiresAt === undefined;
}
