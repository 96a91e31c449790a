import { randomInt } from 'node:crypto';
import { triggerAttributes } from '../attributes/present.ts';
import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';
import type { CodePurpose } from '../store/codes.ts';
import type { User } from '../store/users.ts';
import { customMessage } from '../triggers/customMessage.ts';
import type { CustomMessageSource } from '../triggers/customMessage.ts';
import { maskDestination } from './mask.ts';

const HOUR = 3_600_000;

/** How long a code of each kind works. */
const LIFETIME: Readonly<Record<string, number>> = {
  'sign-up': 24 * HOUR,
  'forgot-password': HOUR,
  verify: 24 * HOUR,
};

export interface CodeDeliveryDetails {
  readonly Destination: string;
  readonly DeliveryMedium: 'EMAIL' | 'SMS';
  readonly AttributeName: string;
}

export interface CodeRequest {
  readonly purpose: CodePurpose;
  readonly source: CustomMessageSource;
  /** `email` or `phone_number`. */
  readonly attribute: string;
  /** Where it goes, when that is not the attribute's present value. */
  readonly pendingValue?: string;
  readonly clientId: string;
  readonly clientMetadata?: Readonly<Record<string, string>>;
}

/**
 * Makes a code, keeps it (the newest replaces the one before) and sends it, in the pool's words or in those of
 * its CustomMessage trigger, whose errors it throws.
 */
export async function sendCode(
  idp: Idp,
  pool: UserPool,
  user: User,
  request: CodeRequest,
): Promise<CodeDeliveryDetails> {
  const { clock, bus } = idp.cloud;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const to = request.pendingValue ?? user.attributes[request.attribute] ?? '';
  const channel = request.attribute === 'email' ? 'email' : 'sms';
  const custom = await customMessage(idp, pool, {
    source: request.source,
    username: user.username,
    userAttributes: triggerAttributes(user),
    clientId: request.clientId,
    clientMetadata: request.clientMetadata,
  });
  const lifetime = LIFETIME[request.purpose.split(':')[0] as string] as number;
  idp.store.codes.put(pool.id, user.username, request.purpose, {
    code,
    expires: clock.now() + lifetime,
    value: request.pendingValue,
  });
  const template =
    channel === 'email'
      ? (custom.emailMessage ?? pool.messages.emailMessage)
      : (custom.smsMessage ?? pool.messages.smsMessage);
  bus.emit('message', {
    at: clock.now(),
    channel,
    to,
    subject: channel === 'email' ? (custom.emailSubject ?? pool.messages.emailSubject) : '',
    body: template.replaceAll('{####}', code),
    code,
  });
  return deliveryDetails(request.attribute, to);
}

export function deliveryDetails(attribute: string, to: string): CodeDeliveryDetails {
  return {
    AttributeName: attribute,
    DeliveryMedium: attribute === 'email' ? 'EMAIL' : 'SMS',
    Destination: maskDestination(attribute, to),
  };
}
