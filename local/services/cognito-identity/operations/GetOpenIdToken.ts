import { notCovered } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';

/** The first step of the basic flow, which ends at STS: refused by name. */
export function GetOpenIdToken(): Operation {
  return {
    authorize: 'public',
    run() {
      throw notCovered(
        'the basic flow of Cognito identity pools (GetOpenIdToken)',
        'Use the enhanced flow, GetCredentialsForIdentity, as Amplify does.',
      );
    },
  };
}
