import { defineAuth } from '@aws-amplify/backend';
import { postConfirmation } from '../../functions/post-confirmation/resource.ts';
import { preSignUp } from '../../functions/pre-sign-up/resource.ts';

/** Sign-in by e-mail; a display name (`name`) and a handle (`preferred_username`) are required. */
export const auth = defineAuth({
  loginWith: {
    email: {
      verificationEmailSubject: 'Your Cruddur code',
      verificationEmailBody: (code: () => string) =>
        `Welcome to Cruddur! Your code is ${code()}. If you did not sign up, you can ignore this mail.`,
    },
  },
  userAttributes: {
    fullname: { required: true, mutable: true },
    preferredUsername: { required: true, mutable: true },
  },
  // `deleting`: whose account is being deleted (functions/delete-account).
  groups: ['moderators', 'deleting'],
  multifactor: { mode: 'OPTIONAL', totp: true },
  triggers: { preSignUp, postConfirmation },
});
