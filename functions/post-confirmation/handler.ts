import type { PostConfirmationTriggerHandler } from 'aws-lambda';
import { createProfile } from '../shared/create-profile.ts';
import { log } from '../shared/log.ts';
import { observed } from '../shared/observed.ts';

/** Cognito waits five seconds for a trigger; a paused database needs longer. */
const PATIENCE_MS = 1500;

/**
 * Cognito's post confirmation trigger. The person is confirmed already and an error here could not undo that, so it
 * never fails: what it could not do, ensure-profile does at the first signed-in request.
 */
export const handler: PostConfirmationTriggerHandler = observed(async (event) => {
  if (event.triggerSource !== 'PostConfirmation_ConfirmSignUp') return event;
  const { sub, preferred_username: preferredUsername, name } = event.request.userAttributes;
  const userId = sub ?? event.userName;
  try {
    const profile = await createProfile({ userId, preferredUsername, name }, PATIENCE_MS);
    log('info', 'Profile created.', { userId, handle: profile.handle });
  } catch (error) {
    log('warn', 'Profile not created yet; ensure-profile will.', { userId, error });
  }
  return event;
});
