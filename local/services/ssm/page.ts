import { AwsError } from '../../core/errors.ts';

/** One page of a list; the token is where the next one starts. Throws InvalidNextToken. */
export function page<T>(
  all: readonly T[],
  token: string | undefined,
  size: number,
): { items: T[]; NextToken?: string } {
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isInteger(start)) throw new AwsError('InvalidNextToken', 'The specified token is not valid.');
  const end = start + size;
  return { items: all.slice(start, end), ...(end < all.length ? { NextToken: String(end) } : {}) };
}
