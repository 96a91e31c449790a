/** The user pool's password policy, as `amplify_outputs.json` says it. */
export interface PasswordPolicy {
  min_length?: number;
  require_lowercase?: boolean;
  require_uppercase?: boolean;
  require_numbers?: boolean;
  require_symbols?: boolean;
}

export interface Requirement {
  text: string;
  met: boolean;
}

// What Cognito counts as a symbol; a space counts only between other characters.
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S \S/;

/** What the policy wants of a password, and what of it this one meets. */
export function requirements(policy: PasswordPolicy, password: string): Requirement[] {
  const minimum = policy.min_length ?? 8;
  const rules: readonly [unknown, string, boolean][] = [
    [true, `At least ${minimum} characters`, password.length >= minimum],
    [policy.require_lowercase, 'A lower-case letter', /[a-z]/.test(password)],
    [policy.require_uppercase, 'An upper-case letter', /[A-Z]/.test(password)],
    [policy.require_numbers, 'A digit', /\d/.test(password)],
    [policy.require_symbols, 'A symbol, such as ! or -', SYMBOL.test(password)],
  ];
  return rules.filter(([wanted]) => wanted).map(([, text, met]) => ({ text, met }));
}

export function passwordProblem(policy: PasswordPolicy, password: string): string | undefined {
  if (password === '') return 'Please choose a password.';
  if (/^\s|\s$/.test(password)) return 'A password neither starts nor ends with a space.';
  const missing = requirements(policy, password).find(({ met }) => !met);
  return missing && `Still missing: ${missing.text.toLowerCase()}.`;
}
