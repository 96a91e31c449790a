import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalCloudError } from '../../core/errors.ts';

export interface Keys {
  /** Signs session tokens, so that issued credentials survive a restart without being stored. */
  readonly masterKey: string;
  readonly developer: DeveloperCredentials;
}

/** The one long-lived access key: the person at the keyboard. */
export interface DeveloperCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Reads the keys of this state folder, or makes them at the first start. The file is for its owner alone. */
export function loadKeys(folder: string): Keys {
  const path = join(folder, 'keys.json');
  if (existsSync(path)) return parse(path);
  const keys: Keys = {
    masterKey: randomBytes(32).toString('base64'),
    developer: {
      accessKeyId: `AKIA${randomKeyPart()}`,
      secretAccessKey: randomBytes(30).toString('base64'),
    },
  };
  writeFileSync(`${path}.new`, JSON.stringify(keys, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return keys;
}

/** Sixteen characters of the alphabet that AWS uses in access key ids. */
export function randomKeyPart(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join('');
}

function parse(path: string): Keys {
  try {
    const keys = JSON.parse(readFileSync(path, 'utf8')) as Keys;
    if (keys.masterKey && keys.developer.accessKeyId && keys.developer.secretAccessKey) return keys;
  } catch (cause) {
    throw damaged(path, cause);
  }
  throw damaged(path);
}

function damaged(path: string, cause?: unknown): LocalCloudError {
  return new LocalCloudError(
    'DamagedState',
    `The keys in ${path} can't be read.`,
    'Delete the file (open sessions end), or start with a fresh state folder.',
    cause,
  );
}
