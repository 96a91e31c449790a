import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';

export type ParameterType = 'String' | 'StringList' | 'SecureString';

export interface ParameterVersion {
  readonly version: number;
  readonly type: ParameterType;
  readonly value: string;
  /** Seconds since the epoch, as on the wire. */
  readonly lastModified: number;
}

export interface Parameter {
  readonly name: string;
  description?: string;
  dataType: string;
  tier: string;
  /** Oldest first. */
  readonly versions: ParameterVersion[];
  /** What the template said; undefined for parameters that calls made. */
  definition?: string;
}

export interface ParameterStore {
  list(): Parameter[];
  /** Throws ParameterNotFound. */
  get(name: string): Parameter;
  find(name: string): Parameter | undefined;
  /** By `name`, `name:3`, or an ARN of either. Throws ParameterNotFound, ParameterVersionNotFound. */
  select(selector: string): { parameter: Parameter; version: ParameterVersion };
  put(name: string, type: ParameterType, value: string, more?: Partial<Parameter>): ParameterVersion;
  remove(name: string): boolean;
  arnOf(name: string): string;
  clear(keep: (parameter: Parameter) => boolean): void;
}

/** Keeps parameters in one file, replaced whole so that a crash leaves the old or the new one. */
export function createParameterStore(cloud: CloudContext): ParameterStore {
  const file = join(cloud.stateFolder('ssm'), 'parameters.json');
  const parameters = new Map<string, Parameter>();
  if (existsSync(file)) {
    for (const one of JSON.parse(readFileSync(file, 'utf8')) as Parameter[]) parameters.set(one.name, one);
  }
  const prefix = `arn:aws:ssm:${cloud.region}:${cloud.accountId}:parameter`;

  function save(): void {
    rmSync(`${file}.new`, { force: true });
    writeFileSync(`${file}.new`, JSON.stringify([...parameters.values()], null, 1), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  function plainName(selector: string): string {
    if (!selector.startsWith(prefix)) return selector;
    const name = selector.slice(prefix.length);
    // An ARN doesn't tell `/a` from `a`.
    return parameters.has(name.split(':')[0] as string) ? name : name.slice(1);
  }

  const store: ParameterStore = {
    list: () => [...parameters.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    find: (name) => parameters.get(plainName(name)),
    get(name) {
      const found = store.find(name);
      if (!found) throw new AwsError('ParameterNotFound', `Parameter ${name} not found.`);
      return found;
    },
    select(selector) {
      const [name, number] = plainName(selector).split(':') as [string, string?];
      const parameter = store.get(name);
      const version =
        number === undefined
          ? parameter.versions.at(-1)
          : parameter.versions.find((one) => String(one.version) === number);
      if (!version) {
        throw new AwsError(
          'ParameterVersionNotFound',
          `Systems Manager could not find version ${number} of ${name}. Verify the version and try again.`,
        );
      }
      return { parameter, version };
    },
    put(name, type, value, more = {}) {
      const parameter: Parameter = parameters.get(name) ?? {
        name,
        dataType: 'text',
        tier: 'Standard',
        versions: [],
      };
      const version = {
        version: (parameter.versions.at(-1)?.version ?? 0) + 1,
        type,
        value,
        lastModified: cloud.clock.now() / 1000,
      };
      Object.assign(
        parameter,
        Object.fromEntries(Object.entries(more).filter(([, one]) => one !== undefined)),
      );
      parameter.versions.push(version);
      // AWS keeps the last hundred.
      parameter.versions.splice(0, parameter.versions.length - 100);
      parameters.set(name, parameter);
      save();
      return version;
    },
    remove(name) {
      const removed = parameters.delete(plainName(name));
      save();
      return removed;
    },
    arnOf: (name) =>
      name.startsWith('arn:') ? name : `${prefix}${name.startsWith('/') ? '' : '/'}${name.split(':')[0]}`,
    clear(keep) {
      for (const one of [...parameters.values()]) if (!keep(one)) parameters.delete(one.name);
      save();
    },
  };
  return store;
}
