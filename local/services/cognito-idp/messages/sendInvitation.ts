import { triggerAttributes } from '../attributes/present.ts';
import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { customMessage } from '../triggers/customMessage.ts';

/** Sends a user that an administrator created their name and temporary password. */
export async function sendInvitation(
  idp: Idp,
  pool: UserPool,
  user: User,
  temporaryPassword: string,
  options: {
    mediums: readonly string[];
    clientId: string;
    clientMetadata?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const custom = await customMessage(idp, pool, {
    source: 'CustomMessage_AdminCreateUser',
    username: user.username,
    userAttributes: triggerAttributes(user),
    clientId: options.clientId,
    clientMetadata: options.clientMetadata,
  });
  // People are told the name they sign in with: the address where that is the user name.
  const name = pool.usernameAttributes.map((each) => user.attributes[each]).find(Boolean) ?? user.username;
  const fill = (template: string): string =>
    template.replaceAll('{username}', name).replaceAll('{####}', temporaryPassword);
  const at = idp.cloud.clock.now();
  for (const medium of options.mediums) {
    const to = user.attributes[medium === 'EMAIL' ? 'email' : 'phone_number'];
    if (!to) continue;
    const email = medium === 'EMAIL';
    idp.cloud.bus.emit('message', {
      at,
      channel: email ? 'email' : 'sms',
      to,
      subject: email ? (custom.emailSubject ?? pool.messages.inviteEmailSubject) : '',
      body: fill(
        email
          ? (custom.emailMessage ?? pool.messages.inviteEmailMessage)
          : (custom.smsMessage ?? pool.messages.inviteSmsMessage),
      ),
      code: temporaryPassword,
    });
  }
}
