import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import { stableId } from '../../core/stable-id.ts';

export interface SecretVersion {
  readonly id: string;
  stages: string[];
  readonly string?: string;
  /** Base64. */
  readonly binary?: string;
  /** Seconds since the epoch, as on the wire. */
  readonly createdDate: number;
}

export interface Secret {
  readonly arn: string;
  readonly name: string;
  description?: string;
  kmsKeyId?: string;
  tags: readonly { Key: string; Value: string }[];
  versions: SecretVersion[];
  readonly createdDate: number;
  lastChangedDate: number;
  /** Set between DeleteSecret and the end of the recovery window. */
  deletedDate?: number;
  /** What the template said about its value; undefined for secrets that calls made. */
  definition?: string;
}

export interface SecretStore {
  list(): Secret[];
  /** By ARN, ARN without its random suffix, or name. Throws ResourceNotFoundException. */
  get(id: string): Secret;
  find(id: string): Secret | undefined;
  /** The ARN that permissions are checked on; works for secrets that don't exist, too. */
  arnOf(id: string): string;
  /** @param seed makes the six characters at the ARN's end; the name when not given */
  create(
    input: Pick<Secret, 'name' | 'description' | 'kmsKeyId' | 'tags' | 'definition'>,
    seed?: string,
  ): Secret;
  /** Adds a version; it becomes AWSCURRENT unless `stages` say otherwise. */
  putVersion(
    secret: Secret,
    value: { string?: string; binary?: string },
    options?: { id?: string; stages?: readonly string[] },
  ): SecretVersion;
  /** Throws ResourceNotFoundException when there is no such version. */
  version(secret: Secret, which?: { id?: string; stage?: string }): SecretVersion;
  /** The current string of a secret, for services that use it on somebody's behalf. */
  currentString(id: string): string;
  remove(secret: Secret): void;
  save(): void;
}

/** Keeps secrets in one file, replaced whole so that a crash leaves the old or the new one. */
export function createSecretStore(cloud: CloudContext): SecretStore {
  const file = join(cloud.stateFolder('secretsmanager'), 'secrets.json');
  const secrets = new Map<string, Secret>();
  if (existsSync(file)) {
    for (const secret of JSON.parse(readFileSync(file, 'utf8')) as Secret[]) secrets.set(secret.arn, secret);
  }
  const prefix = `arn:aws:secretsmanager:${cloud.region}:${cloud.accountId}:secret:`;
  const seconds = (): number => cloud.clock.now() / 1000;

  function save(): void {
    writeFileSync(`${file}.new`, JSON.stringify([...secrets.values()], null, 1), { mode: 0o600 });
    chmodSync(`${file}.new`, 0o600);
    renameSync(`${file}.new`, file);
  }

  function find(id: string): Secret | undefined {
    const exact = secrets.get(id);
    if (exact) return exact;
    return [...secrets.values()].find((one) => one.name === id || one.arn.slice(0, -7) === id);
  }

  const store: SecretStore = {
    list: () => [...secrets.values()],
    find,
    get(id) {
      const secret = find(id);
      if (!secret) {
        throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      }
      return secret;
    },
    arnOf: (id) => find(id)?.arn ?? (id.startsWith('arn:') ? id : `${prefix}${id}`),
    create(input, seed) {
      if (find(input.name)) {
        throw new AwsError(
          'ResourceExistsException',
          `The operation failed because the secret ${input.name} already exists.`,
        );
      }
      const suffix = stableId(
        seed ?? randomUUID(),
        6,
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
      );
      const now = seconds();
      const secret: Secret = {
        ...input,
        arn: `${prefix}${input.name}-${suffix}`,
        versions: [],
        createdDate: now,
        lastChangedDate: now,
      };
      secrets.set(secret.arn, secret);
      save();
      return secret;
    },
    putVersion(secret, value, options = {}) {
      const stages = [...(options.stages ?? ['AWSCURRENT'])];
      for (const version of secret.versions) {
        const wasCurrent = version.stages.includes('AWSCURRENT');
        version.stages = version.stages.filter((stage) => !stages.includes(stage));
        if (stages.includes('AWSCURRENT')) {
          version.stages = version.stages.filter((stage) => stage !== 'AWSPREVIOUS');
          if (wasCurrent) version.stages.push('AWSPREVIOUS');
        }
      }
      const added: SecretVersion = {
        id: options.id ?? randomUUID(),
        stages,
        createdDate: seconds(),
        ...value,
      };
      secret.versions = [...secret.versions.filter((version) => version.stages.length > 0), added];
      secret.lastChangedDate = seconds();
      save();
      return added;
    },
    version(secret, { id, stage } = {}) {
      const wanted = stage ?? (id === undefined ? 'AWSCURRENT' : undefined);
      const found = secret.versions.find(
        (one) => (id === undefined || one.id === id) && (wanted === undefined || one.stages.includes(wanted)),
      );
      if (!found) {
        const what = id === undefined ? `staging label: ${wanted}` : `VersionId: ${id}`;
        throw new AwsError(
          'ResourceNotFoundException',
          `Secrets Manager can't find the specified secret value for ${what}`,
        );
      }
      return found;
    },
    currentString(id) {
      const { string } = store.version(store.get(id));
      if (string === undefined)
        throw new AwsError('InvalidRequestException', 'The secret has no SecretString.');
      return string;
    },
    remove(secret) {
      secrets.delete(secret.arn);
      save();
    },
    save,
  };
  return store;
}
