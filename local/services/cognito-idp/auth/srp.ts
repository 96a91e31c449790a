import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The server's side of SRP-6a as Cognito speaks it (RFC 5054, group of 3072 bits, SHA-256). Numbers are hashed as
 * Java's BigInteger.toByteArray gives them. What is hashed as the identity is the pool's short id followed by the
 * user's name, and the proof is an HMAC under a 16-byte HKDF key with the info `Caldera Derived Key`.
 */
const N = BigInt(
  '0x' +
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F' +
    '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510' +
    '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
const G = 2n;
const K = number(sha256(bytes(N), bytes(G)));

/** What is stored instead of a password, in hex. */
export interface PasswordVerifier {
  readonly salt: string;
  readonly verifier: string;
}

/** The server's half of one exchange, in hex; `b` stays with the server. */
export interface ServerExchange {
  readonly b: string;
  readonly B: string;
}

/** The identity is the pool's short id and the user's name, one after the other. */
export function createVerifier(identity: string, password: string, salt = randomHex(16)): PasswordVerifier {
  return { salt, verifier: modPow(G, privateKey(identity, password, salt), N).toString(16) };
}

/** Whether this is the password behind a verifier. */
export function matchesVerifier(identity: string, password: string, stored: PasswordVerifier): boolean {
  const tried = Buffer.from(createVerifier(identity, password, stored.salt).verifier);
  const kept = Buffer.from(stored.verifier);
  return tried.length === kept.length && timingSafeEqual(tried, kept);
}

/** A verifier that fits no password, always the same for one name, for users that do not exist. */
export function decoyVerifier(seed: string): PasswordVerifier {
  const salt = createHash('sha256').update(`salt:${seed}`).digest('hex').slice(0, 32);
  const exponent = number(createHash('sha256').update(`verifier:${seed}`).digest());
  return { salt, verifier: modPow(G, exponent, N).toString(16) };
}

/** Answers a client's public value. Returns undefined when `A` is no number or zero modulo N. */
export function startExchange(A: string, verifier: string): ServerExchange | undefined {
  if (!isUsable(A)) return undefined;
  const b = BigInt(`0x${randomHex(32)}`);
  const B = (K * BigInt(`0x${verifier}`) + modPow(G, b, N)) % N;
  return { b: b.toString(16), B: B.toString(16) };
}

/** Whether the client's signature proves that it knows the password behind the verifier. */
export function verifyProof(input: {
  shortPoolId: string;
  username: string;
  verifier: string;
  A: string;
  exchange: ServerExchange;
  secretBlock: string;
  timestamp: string;
  signature: string;
}): boolean {
  const A = BigInt(`0x${input.A}`);
  const u = number(sha256(bytes(A), bytes(BigInt(`0x${input.exchange.B}`))));
  if (u === 0n) return false;
  const base = (A * modPow(BigInt(`0x${input.verifier}`), u, N)) % N;
  const S = modPow(base, BigInt(`0x${input.exchange.b}`), N);
  const key = Buffer.from(hkdfSync('sha256', bytes(S), bytes(u), 'Caldera Derived Key', 16));
  const expected = createHmac('sha256', key)
    .update(input.shortPoolId)
    .update(input.username)
    .update(Buffer.from(input.secretBlock, 'base64'))
    .update(input.timestamp)
    .digest();
  const given = Buffer.from(input.signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function privateKey(identity: string, password: string, salt: string): bigint {
  return number(sha256(bytes(BigInt(`0x${salt}`)), sha256(Buffer.from(`${identity}:${password}`))));
}

function isUsable(A: string): boolean {
  return /^[0-9a-f]{1,1024}$/i.test(A) && BigInt(`0x${A}`) % N !== 0n;
}

function randomHex(length: number): string {
  return randomBytes(length).toString('hex');
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function number(buffer: Buffer): bigint {
  return BigInt(`0x${buffer.toString('hex')}`);
}

/** Big-endian, with a leading zero byte where the highest bit is set, so that it never reads as negative. */
function bytes(value: bigint): Buffer {
  let hex = value.toString(16);
  if (hex.length % 2 === 1) hex = `0${hex}`;
  if (/^[89a-f]/.test(hex)) hex = `00${hex}`;
  return Buffer.from(hex, 'hex');
}

function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let power = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * power) % modulus;
    power = (power * power) % modulus;
  }
  return result;
}
