import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';

/**
 * The client's side of SRP-6a as Cognito speaks it (RFC 5054, group of 3072 bits, SHA-256), since the app's client
 * takes no plain passwords. aws-amplify does the same for one person a process; tests need several at once.
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
const K = toNumber(sha256(bytes(N), bytes(G)));

export interface SignIn {
  userPoolId: string;
  clientId: string;
  username: string;
  password: string;
  /** The time that the proof names, in milliseconds. */
  now: number;
}

/** Signs somebody in. Throws what Cognito answers, and an error for any challenge but the password's. */
export async function signInBySrp(
  client: CognitoIdentityProviderClient,
  { userPoolId, clientId, username, password, now }: SignIn,
): Promise<AuthenticationResultType> {
  const a = toNumber(randomBytes(32));
  const A = modPow(G, a, N);
  const started = await client.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: username, SRP_A: A.toString(16) },
    }),
  );
  const {
    SRP_B = '',
    SALT = '',
    SECRET_BLOCK = '',
    USER_ID_FOR_SRP = '',
  } = started.ChallengeParameters ?? {};
  const pool = userPoolId.split('_')[1]!;
  const B = BigInt(`0x${SRP_B}`);
  const u = toNumber(sha256(bytes(A), bytes(B)));
  const identity = sha256(Buffer.from(`${pool}${USER_ID_FOR_SRP}:${password}`));
  const x = toNumber(sha256(bytes(BigInt(`0x${SALT}`)), identity));
  const base = (((B - K * modPow(G, x, N)) % N) + N) % N;
  const S = modPow(base, a + u * x, N);
  const key = Buffer.from(hkdfSync('sha256', bytes(S), bytes(u), 'Caldera Derived Key', 16));
  const timestamp = srpTimestamp(new Date(now));
  const signature = createHmac('sha256', key)
    .update(pool + USER_ID_FOR_SRP)
    .update(Buffer.from(SECRET_BLOCK, 'base64'))
    .update(timestamp)
    .digest('base64');
  const answered = await client.send(
    new RespondToAuthChallengeCommand({
      ClientId: clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP: timestamp,
      },
    }),
  );
  if (!answered.AuthenticationResult)
    throw new Error(`Cognito asks for ${answered.ChallengeName} of ${username}.`);
  return answered.AuthenticationResult;
}

/** `Tue Nov 4 04:10:34 UTC 2026`: the day of the month without a leading zero. */
function srpTimestamp(date: Date): string {
  const [day, dayOfMonth, month, year, time] = date.toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${Number(dayOfMonth)} ${time} UTC ${year}`;
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function toNumber(buffer: Buffer): bigint {
  return BigInt(`0x${buffer.toString('hex')}`);
}

/** Big-endian as Java's BigInteger.toByteArray: a leading zero byte where the highest bit is set. */
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
