import { notCovered } from '../../core/errors.ts';
import type { Operation } from '../../core/service.ts';

const CLIENT_OPERATIONS = [
  'CompleteWebAuthnRegistration',
  'ConfirmDevice',
  'DeleteWebAuthnCredential',
  'ForgetDevice',
  'GetDevice',
  'GetUserAuthFactors',
  'ListDevices',
  'ListWebAuthnCredentials',
  'SetUserSettings',
  'StartWebAuthnRegistration',
  'UpdateDeviceStatus',
];

/**
 * Operations that Amplify's client can call and that are refused by name. The others are unknown to the gateway,
 * which says so itself.
 */
export function notCoveredOperations(): Record<string, Operation> {
  return Object.fromEntries(
    CLIENT_OPERATIONS.map((name) => [
      name,
      {
        authorize: 'public' as const,
        run: () => {
          throw notCovered(`the operation ${name} of cognito-idp`);
        },
      },
    ]),
  );
}
