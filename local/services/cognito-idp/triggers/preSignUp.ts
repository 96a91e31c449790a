import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';
import { invokeTrigger, unrecognizable } from './invoke.ts';

export interface PreSignUpDecision {
  readonly autoConfirmUser: boolean;
  readonly autoVerifyEmail: boolean;
  readonly autoVerifyPhone: boolean;
}

/** Asks the PreSignUp trigger, which refuses a sign-up by throwing. Without a trigger nothing is automatic. */
export async function preSignUp(
  idp: Idp,
  pool: UserPool,
  signUp: {
    source: 'PreSignUp_SignUp' | 'PreSignUp_AdminCreateUser';
    username: string;
    userAttributes: Readonly<Record<string, string>>;
    validationData: Readonly<Record<string, string>> | undefined;
    clientId: string;
    clientMetadata?: Readonly<Record<string, string>>;
  },
): Promise<PreSignUpDecision> {
  const response = await invokeTrigger(idp, pool, 'PreSignUp', {
    source: signUp.source,
    username: signUp.username,
    clientId: signUp.clientId,
    request: {
      userAttributes: signUp.userAttributes,
      validationData: signUp.validationData ?? null,
      ...(signUp.clientMetadata && { clientMetadata: signUp.clientMetadata }),
    },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  });
  const flag = (name: keyof PreSignUpDecision): boolean => {
    const value = response?.[name] ?? false;
    if (typeof value !== 'boolean') throw unrecognizable();
    return value;
  };
  return {
    autoConfirmUser: flag('autoConfirmUser'),
    autoVerifyEmail: flag('autoVerifyEmail'),
    autoVerifyPhone: flag('autoVerifyPhone'),
  };
}
