import { createHmac, randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;

/** A new secret of 160 bits (RFC 4226, section 4) in base32, as authenticator apps take it. */
export function createTotpSecret(): string {
  let bits = '';
  for (const byte of randomBytes(20)) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[parseInt(five, 2)]).join('');
}

/** The code of a moment (RFC 6238: SHA-1, 30 seconds, six digits). */
export function totpCode(secret: string, at: number): string {
  return hotp(secret, Math.floor(at / STEP_MS));
}

/**
 * The time step whose code this is, if it is the one of now or of the step before or after; undefined if not.
 * The caller remembers it, since a code works once.
 */
export function matchTotp(secret: string, code: string, at: number): number | undefined {
  const now = Math.floor(at / STEP_MS);
  return [now, now - 1, now + 1].find((step) => hotp(secret, step) === code);
}

/** RFC 4226, section 5.3. */
function hotp(secret: string, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', decodeBase32(secret)).update(message).digest();
  const offset = (digest.at(-1) as number) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function decodeBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
