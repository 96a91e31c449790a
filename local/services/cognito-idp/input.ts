import { AwsError } from '../../core/errors.ts';

/** Throws InvalidParameterException, in the words of the service's own validation, when a text is missing. */
export function requireText(input: Readonly<Record<string, unknown>>, member: string): string {
  const value = input[member];
  if (typeof value === 'string' && value !== '') return value;
  const name = member.slice(0, 1).toLowerCase() + member.slice(1);
  throw new AwsError(
    'InvalidParameterException',
    typeof value === 'string'
      ? `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must have length greater than or equal to 1`
      : `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}

/** Throws InvalidParameterException when a map such as AuthParameters lacks a member. */
export function requireParameter(
  parameters: Readonly<Record<string, string>> | undefined,
  name: string,
): string {
  const value = parameters?.[name];
  if (value) return value;
  throw new AwsError('InvalidParameterException', `Missing required parameter ${name}`);
}

/** How many rows a list operation answers. Throws InvalidParameterException for a limit out of range. */
export function readLimit(value: unknown, maximum = 60): number {
  if (value === undefined || value === null) return maximum;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > maximum) {
    throw new AwsError(
      'InvalidParameterException',
      `1 validation error detected: Value '${String(value)}' at 'limit' failed to satisfy constraint: Member must have value less than or equal to ${maximum}`,
    );
  }
  return value === 0 ? maximum : value;
}

/** Encodes the key after which the next page starts. */
export function pageToken(after: string): string {
  return Buffer.from(JSON.stringify({ after })).toString('base64');
}

/** Where a page starts. Throws InvalidParameterException for a token that is none. */
export function readPageToken(token: unknown): string {
  if (token === undefined || token === null) return '';
  try {
    const { after } = JSON.parse(Buffer.from(String(token), 'base64').toString()) as { after: unknown };
    if (typeof after === 'string') return after;
  } catch {
    // Not a token of ours: refused below, in the service's words.
  }
  throw new AwsError('InvalidParameterException', 'Invalid pagination token');
}
