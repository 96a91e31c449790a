import { confirmUserAttribute, fetchUserAttributes, updateUserAttribute } from 'aws-amplify/auth';

/** The address by which the caller signs in. Throws what Amplify throws. */
export async function fetchEmail(): Promise<string> {
  const { email = '' } = await fetchUserAttributes();
  return email;
}

/**
 * Sends a code to a new address, which counts once the code was given back; until then the old one does. Asking again
 * sends another code. Throws what Amplify throws, AliasExistsException for an address that has an account.
 */
export async function askForEmail(email: string): Promise<void> {
  await updateUserAttribute({ userAttribute: { attributeKey: 'email', value: email } });
}

/** Proves the new address. Throws what Amplify throws. */
export async function confirmEmail(confirmationCode: string): Promise<void> {
  await confirmUserAttribute({ userAttributeKey: 'email', confirmationCode });
}
