import type { MessageTemplates } from '../pool.ts';

export interface MessageProperties {
  readonly EmailVerificationMessage?: string;
  readonly EmailVerificationSubject?: string;
  readonly SmsVerificationMessage?: string;
  readonly VerificationMessageTemplate?: {
    readonly DefaultEmailOption?: string;
    readonly EmailMessage?: string;
    readonly EmailSubject?: string;
    readonly SmsMessage?: string;
  };
  readonly AdminCreateUserConfig?: {
    readonly AllowAdminCreateUserOnly?: boolean | string;
    readonly UnusedAccountValidityDays?: number;
    readonly InviteMessageTemplate?: {
      readonly EmailMessage?: string;
      readonly EmailSubject?: string;
      readonly SMSMessage?: string;
    };
  };
}

/** The words of the pool's messages; without any, those that Cognito uses by default. */
export function poolMessages(properties: MessageProperties): MessageTemplates {
  const template = properties.VerificationMessageTemplate;
  const invite = properties.AdminCreateUserConfig?.InviteMessageTemplate;
  return {
    emailSubject: template?.EmailSubject ?? properties.EmailVerificationSubject ?? 'Your verification code',
    emailMessage:
      template?.EmailMessage ?? properties.EmailVerificationMessage ?? 'Your confirmation code is {####}',
    smsMessage:
      template?.SmsMessage ?? properties.SmsVerificationMessage ?? 'Your confirmation code is {####}',
    inviteEmailSubject: invite?.EmailSubject ?? 'Your temporary password',
    inviteEmailMessage:
      invite?.EmailMessage ?? 'Your username is {username} and temporary password is {####}.',
    inviteSmsMessage: invite?.SMSMessage ?? 'Your username is {username} and temporary password is {####}.',
  };
}
