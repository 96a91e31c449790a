import { notCovered } from '../../../core/errors.ts';
import { s3Error } from '../errors.ts';
import type { ChunkSignatures } from './chunk-signatures.ts';

export interface DecodedBody {
  readonly body: Buffer;
  /** Names in lower case. */
  readonly trailers: Readonly<Record<string, string>>;
}

const SMALLEST_CHUNK = 8192;
const LINE_END = Buffer.from('\r\n');

/** Whether a body is in `aws-chunked` form, by the marker in the place of its hash. */
export function isAwsChunked(headers: Readonly<Record<string, string>>): boolean {
  return (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
}

/**
 * Takes `aws-chunked` framing off a body and checks what it says: chunk signatures, their chain, the trailers, the
 * length. `signatures` is undefined for unsigned chunks.
 * Throws SignatureDoesNotMatch, IncompleteBody, InvalidChunkSizeError, MalformedTrailerError, MissingContentLength.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html and sigv4-streaming-trailers.html
 */
export function decodeAwsChunked(
  raw: Buffer,
  headers: Readonly<Record<string, string>>,
  signatures: ChunkSignatures | undefined,
): DecodedBody {
  const marker = headers['x-amz-content-sha256'] ?? '';
  if (marker.includes('ECDSA')) throw notCovered('SigV4A (ECDSA) signatures of chunks');
  const declared = headers['x-amz-decoded-content-length'];
  if (declared === undefined) throw s3Error('MissingContentLength');
  const chunks: Buffer[] = [];
  let length = 0;
  let at = 0;
  let short = false;
  for (;;) {
    const header = readLine(raw, at);
    at = header.next;
    const { size, signature } = readChunkHeader(header.line);
    const data = raw.subarray(at, at + size);
    if (data.length < size) throw s3Error('IncompleteBody');
    signatures?.verifyChunk(data, signature);
    at += size;
    if (size === 0) break;
    if (signatures && short) throw s3Error('InvalidChunkSizeError');
    short = size < SMALLEST_CHUNK;
    if (!raw.subarray(at, at + 2).equals(LINE_END)) throw s3Error('IncompleteBody');
    at += 2;
    chunks.push(data);
    length += size;
  }
  if (String(length) !== declared) throw s3Error('IncompleteBody');
  const trailers = marker.endsWith('-TRAILER') ? readTrailers(raw, at, headers, signatures) : {};
  return { body: Buffer.concat(chunks), trailers };
}

function readChunkHeader(line: string): { size: number; signature: string | undefined } {
  const match = /^([0-9a-fA-F]{1,16})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (!match) throw s3Error('IncompleteBody');
  return { size: Number.parseInt(match[1] as string, 16), signature: match[2] };
}

function readTrailers(
  raw: Buffer,
  start: number,
  headers: Readonly<Record<string, string>>,
  signatures: ChunkSignatures | undefined,
): Record<string, string> {
  const trailers: Record<string, string> = {};
  let signed = '';
  for (let at = start; at < raw.length;) {
    const { line, next } = readLine(raw, at);
    at = next;
    if (line === '') continue;
    const colon = line.indexOf(':');
    if (colon < 1) throw s3Error('MalformedTrailerError');
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name !== 'x-amz-trailer-signature') signed += `${name}:${value}\n`;
    trailers[name] = value;
  }
  const announced = (headers['x-amz-trailer'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  for (const name of announced) {
    if (name !== '' && trailers[name] === undefined) throw s3Error('MalformedTrailerError');
  }
  signatures?.verifyTrailers(signed, trailers['x-amz-trailer-signature']);
  for (const name of Object.keys(trailers)) if (!announced.includes(name)) delete trailers[name];
  return trailers;
}

function readLine(raw: Buffer, start: number): { line: string; next: number } {
  const end = raw.indexOf('\n', start);
  if (end < 0) throw s3Error('IncompleteBody');
  const line = raw.toString('latin1', start, end);
  return { line: line.endsWith('\r') ? line.slice(0, -1) : line, next: end + 1 };
}
