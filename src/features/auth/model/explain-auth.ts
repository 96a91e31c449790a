import { explain } from '../../../lib/errors/explain.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';

/** What an auth screen says about an error, and the field that it is about. */
export interface AuthProblem {
  message: string;
  field?: 'email' | 'password' | 'newPassword' | 'code' | 'handle' | 'displayName';
  /** What the screen offers beside the message. */
  offer?: 'sign-in' | 'recover';
}

const PROBLEMS: Readonly<Record<string, AuthProblem>> = {
  UsernameExistsException: {
    message: 'There is an account with this address already.',
    field: 'email',
    offer: 'sign-in',
  },
  AliasExistsException: {
    message: 'This address belongs to another account by now. Sign in there.',
    offer: 'sign-in',
  },
  NotAuthorizedException: { message: 'E-mail or password is not right.', offer: 'recover' },
  UserNotFoundException: { message: 'E-mail or password is not right.', offer: 'recover' },
  PasswordResetRequiredException: { message: 'This account needs a new password.', offer: 'recover' },
  CodeMismatchException: {
    message: 'This is not the code that we sent last.',
    field: 'code',
  },
  ExpiredCodeException: { message: 'This code is no longer valid. Send yourself a new one.', field: 'code' },
  CodeDeliveryFailureException: {
    message: 'We could not send a mail to this address. Check it for a typing mistake.',
    field: 'email',
  },
  LimitExceededException: { message: 'That was one attempt too many. Wait a few minutes, then try again.' },
  TooManyFailedAttemptsException: {
    message: 'That was one attempt too many. Wait a few minutes, then try again.',
  },
  InvalidPasswordException: {
    message: 'This password does not meet the rules below the field.',
    field: 'password',
  },
  PasswordHistoryPolicyViolationException: {
    message: 'You have used this password before. Choose another.',
    field: 'password',
  },
  UserLambdaValidationException: { message: 'Sign-up was refused. Please check what you entered.' },
  UnsupportedStep: { message: 'This account asks for a further step that cannot be done here yet.' },
};

const PREFIX = /^\w+ failed with error /;
const ATTEMPTS_EXCEEDED = /attempts exceeded/i;

/** Cognito tells «wrong» and «too often» apart only by the text. */
function typeOf(type: string, message: string): string {
  return ATTEMPTS_EXCEEDED.test(message) ? 'LimitExceededException' : type;
}

/** Says what to do about an error of Cognito's. */
export function explainAuth(error: unknown): AuthProblem {
  const { type, message } = toAppError(error);
  if (type === 'UserLambdaValidationException' && PREFIX.test(message)) {
    // Our own trigger wrote this text for people; Cognito adds a full stop of its own.
    const text = message.replace(PREFIX, '').replace(/\.\.$/, '.');
    return { message: text, field: fieldOf(text) };
  }
  const known = PROBLEMS[typeOf(type, message)];
  if (known) return known;
  const { title, advice } = explain(error);
  return { message: `${title}. ${advice}` };
}

const AUTHENTICATOR_PROBLEMS: Readonly<Record<string, AuthProblem>> = {
  CodeMismatchException: {
    message: 'This is not the code of this moment. Codes change every 30 seconds.',
    field: 'code',
  },
  EnableSoftwareTokenMFAException: {
    message: 'This code does not fit. Check that the clock of your device is right.',
    field: 'code',
  },
  ExpiredCodeException: { message: 'This code was used already. Wait for the next one.', field: 'code' },
  NotAuthorizedException: { message: 'That took too long. Start again with your password.' },
  SignInException: { message: 'That took too long. Start again with your password.' },
};

/** The same where the code is one of an authenticator app. */
export function explainAuthenticator(error: unknown): AuthProblem {
  const { type, message } = toAppError(error);
  return AUTHENTICATOR_PROBLEMS[typeOf(type, message)] ?? explainAuth(error);
}

function fieldOf(text: string): AuthProblem['field'] {
  if (/handle/i.test(text)) return 'handle';
  return /display name/i.test(text) ? 'displayName' : undefined;
}
