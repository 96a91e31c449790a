import type { IncomingMessage } from 'node:http';
import { AwsError } from '../core/errors.ts';

/** Reads a body up to a limit. Throws AwsError RequestEntityTooLargeException (413) beyond it. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  const chunks: Buffer[] = [];
  let length = 0;
  if (declared > limit) throw tooLarge(limit);
  // Leaving the loop must not close the connection, on which the answer is still to go out.
  const stream = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): AwsError {
  return new AwsError('RequestEntityTooLargeException', `Request size exceeded ${limit} bytes`, {
    statusCode: 413,
  });
}
