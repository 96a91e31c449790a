import type { IncomingMessage } from 'node:http';
import { LocalCloudError } from '../../core/errors.ts';
import { readBody } from '../../gateway/read-body.ts';

const LIMIT = 1024 * 1024;

/**
 * The members of a JSON body, each a text that isn't empty.
 * Throws LocalCloudError BadBody, AwsError RequestEntityTooLargeException.
 */
export async function readTexts<Name extends string>(
  request: IncomingMessage,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const body = parse(await readBody(request, LIMIT));
  const missing = names.filter((name) => typeof body[name] !== 'string' || body[name] === '');
  if (missing.length > 0) throw badBody(`The body lacks ${missing.join(', ')}.`, names);
  return Object.fromEntries(names.map((name) => [name, body[name]])) as Record<Name, string>;

  function parse(bytes: Buffer): Readonly<Record<string, unknown>> {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString('utf8'));
    } catch {
      throw badBody('The body is not JSON.', names);
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      throw badBody('The body is not a JSON object.', names);
    }
    return value as Record<string, unknown>;
  }
}

function badBody(message: string, names: readonly string[]): LocalCloudError {
  return new LocalCloudError('BadBody', message, `Send a JSON object with the texts ${names.join(', ')}.`);
}
