import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** As the JWKS shows it. */
  readonly jwk: Readonly<Record<string, string>>;
}

/** The RSA key of each pool, made once and kept: tokens stay valid over restarts. */
export class KeyStore {
  readonly #database: DatabaseSync;
  readonly #loaded = new Map<string, SigningKey>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The key of a pool, made on first use. */
  forPool(poolId: string): SigningKey {
    const loaded = this.#loaded.get(poolId);
    if (loaded) return loaded;
    const key = this.#read(poolId) ?? this.#generate(poolId);
    this.#loaded.set(poolId, key);
    return key;
  }

  #read(poolId: string): SigningKey | undefined {
    const row = this.#database.prepare('select * from signing_key where pool_id = ?').get(poolId);
    if (!row) return undefined;
    const privateKey = createPrivateKey(row['private_pem'] as string);
    return {
      kid: row['kid'] as string,
      privateKey,
      publicKey: createPublicKey(privateKey),
      jwk: JSON.parse(row['jwk'] as string) as Record<string, string>,
    };
  }

  #generate(poolId: string): SigningKey {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { n, e } = publicKey.export({ format: 'jwk' }) as { n: string; e: string };
    const kid = createHash('sha256').update(n).digest('base64');
    const jwk = { alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' };
    this.#database
      .prepare('insert into signing_key values (?, ?, ?, ?)')
      .run(poolId, kid, privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, JSON.stringify(jwk));
    return { kid, privateKey, publicKey, jwk };
  }
}
