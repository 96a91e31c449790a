import { randomInt } from 'node:crypto';
import { AwsError } from '../../core/errors.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

export interface PasswordOptions {
  PasswordLength?: number | string;
  ExcludeCharacters?: string;
  ExcludeNumbers?: boolean | string;
  ExcludePunctuation?: boolean | string;
  ExcludeUppercase?: boolean | string;
  ExcludeLowercase?: boolean | string;
  IncludeSpace?: boolean | string;
  RequireEachIncludedType?: boolean | string;
}

/**
 * A random password by the rules of GetRandomPassword, which GenerateSecretString shares.
 * CloudFormation may give numbers and booleans as strings. Throws InvalidParameterException.
 */
export function randomPassword(options: PasswordOptions): string {
  const length = Number(options.PasswordLength ?? 32);
  if (!Number.isInteger(length) || length < 1 || length > 4096) {
    throw invalid('The password length is out of range: it must be between 1 and 4096.');
  }
  const excluded = new Set(options.ExcludeCharacters ?? '');
  const kept = (characters: string): string[] => [...characters].filter((one) => !excluded.has(one));
  const kinds = [
    isTrue(options.ExcludeLowercase) ? [] : kept(LOWER),
    isTrue(options.ExcludeUppercase) ? [] : kept(UPPER),
    isTrue(options.ExcludeNumbers) ? [] : kept(DIGITS),
    isTrue(options.ExcludePunctuation) ? [] : kept(PUNCTUATION),
    isTrue(options.IncludeSpace) ? kept(' ') : [],
  ].filter((kind) => kind.length > 0);
  const all = kinds.flat();
  if (all.length === 0) throw invalid('There are no characters left to generate a password from.');

  const required = isTrue(options.RequireEachIncludedType ?? true) ? kinds : [];
  if (required.length > length) {
    throw invalid('The password length is too short to include every required character type.');
  }
  const characters = required.map((kind) => kind[randomInt(kind.length)] as string);
  while (characters.length < length) characters.push(all[randomInt(all.length)] as string);
  for (let i = characters.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [characters[i], characters[j]] = [characters[j] as string, characters[i] as string];
  }
  return characters.join('');
}

function isTrue(value: boolean | string | undefined): boolean {
  return value === true || value === 'true';
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message);
}
