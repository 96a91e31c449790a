import type { PreSignUpTriggerHandler } from 'aws-lambda';
import { HANDLE_ADVICE, handleProblem, normalizeHandle } from '../../shared/handle.ts';
import { DISPLAY_NAME_MAX_GRAPHEMES } from '../../shared/limits.ts';
import { graphemeLength } from '../../shared/graphemes.ts';
import { reserveHandle } from '../shared/handles.ts';
import { observed } from '../shared/observed.ts';
import { Refusal } from '../shared/refusal.ts';

/**
 * Cognito's pre sign-up trigger: decides about the handle before the account exists. To throw is its only way to say no;
 * it reaches the person as «PreSignUp failed with error …», so each message says what to do.
 */
export const handler: PreSignUpTriggerHandler = observed(async (event) => {
  // Whoever an administrator creates, or comes from another identity provider, gets a handle at the first sign-in.
  if (event.triggerSource !== 'PreSignUp_SignUp') return event;

  const { preferred_username: wish = '', name = '' } = event.request.userAttributes;
  const handle = normalizeHandle(wish);
  const problem = handleProblem(handle);
  if (problem) throw new Refusal('HandleInvalid', HANDLE_ADVICE[problem]);

  const displayName = name.trim();
  if (!displayName) throw new Refusal('InvalidDisplayName', 'Please enter a display name.');
  if (graphemeLength(displayName) > DISPLAY_NAME_MAX_GRAPHEMES) {
    throw new Refusal(
      'InvalidDisplayName',
      `A display name has at most ${DISPLAY_NAME_MAX_GRAPHEMES} characters.`,
    );
  }
  if (!(await reserveHandle({ handle, userId: event.userName, displayName }))) {
    throw new Refusal('HandleTaken', 'This handle is taken. Please choose another.');
  }
  return event;
});
