import { fetchMFAPreference, setUpTOTP, updateMFAPreference, verifyTOTPSetup } from 'aws-amplify/auth';

/** Whether the caller's sign-ins ask for the code of an authenticator app. Throws what Amplify throws. */
export async function hasSecondFactor(): Promise<boolean> {
  const { enabled = [] } = await fetchMFAPreference();
  return enabled.includes('TOTP');
}

export interface Setup {
  /** For people who type: 32 letters and digits. */
  key: string;
  /** For authenticator apps: an `otpauth:` address. */
  uri: string;
}

/** A new key; it counts once `turnOn` has seen a code of it. Throws what Amplify throws. */
export async function beginSetup(accountName: string): Promise<Setup> {
  const { sharedSecret, getSetupUri } = await setUpTOTP();
  return { key: sharedSecret, uri: getSetupUri('Cruddur', accountName).href };
}

/** Proves that the app has the key, and asks for its codes from now on. Throws what Amplify throws. */
export async function turnOn(code: string): Promise<void> {
  await verifyTOTPSetup({ code });
  await updateMFAPreference({ totp: 'PREFERRED' });
}

/** Sign-ins need the password alone again. Throws what Amplify throws. */
export async function turnOff(): Promise<void> {
  await updateMFAPreference({ totp: 'DISABLED' });
}
