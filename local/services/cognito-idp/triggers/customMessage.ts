import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';
import { invokeTrigger, unrecognizable } from './invoke.ts';

export type CustomMessageSource =
  | 'CustomMessage_SignUp'
  | 'CustomMessage_AdminCreateUser'
  | 'CustomMessage_ResendCode'
  | 'CustomMessage_ForgotPassword'
  | 'CustomMessage_UpdateUserAttribute'
  | 'CustomMessage_VerifyUserAttribute';

export interface CustomMessage {
  readonly emailSubject?: string;
  readonly emailMessage?: string;
  readonly smsMessage?: string;
}

const FIELDS = ['smsMessage', 'emailMessage', 'emailSubject'] as const;

/**
 * Asks the pool's CustomMessage trigger for a message's words. The function sees placeholders, never the code, and
 * a message of its own is used only if it holds `{####}` (and the name, for an invitation), as Cognito does.
 */
export async function customMessage(
  idp: Idp,
  pool: UserPool,
  message: {
    source: CustomMessageSource;
    username: string;
    userAttributes: Readonly<Record<string, string>>;
    clientId: string;
    clientMetadata?: Readonly<Record<string, string>>;
  },
): Promise<CustomMessage> {
  const invitation = message.source === 'CustomMessage_AdminCreateUser';
  const response = await invokeTrigger(idp, pool, 'CustomMessage', {
    source: message.source,
    username: message.username,
    clientId: message.clientId,
    request: {
      userAttributes: message.userAttributes,
      codeParameter: '{####}',
      linkParameter: '{##Click Here##}',
      usernameParameter: invitation ? '{username}' : null,
      ...(message.clientMetadata && { clientMetadata: message.clientMetadata }),
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  });
  const words: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = response?.[field];
    if (value === null || value === undefined) continue;
    if (typeof value !== 'string') throw unrecognizable();
    const complete =
      field === 'emailSubject' || (value.includes('{####}') && (!invitation || value.includes('{username}')));
    if (complete) words[field] = value;
  }
  return words;
}
