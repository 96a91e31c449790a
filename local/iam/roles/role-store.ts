import { stableId } from '../../core/stable-id.ts';
import { compilePolicy, type CompiledPolicy } from '../policy/compile.ts';
import { awsManagedPolicy } from './managed-policies.ts';

export interface RoleDefinition {
  readonly name: string;
  readonly path: string;
  readonly trust: unknown;
  /** Inline policies of the role's own template entry, by name. */
  readonly inline: ReadonlyMap<string, unknown>;
  readonly managedPolicyArns: readonly string[];
  readonly permissionsBoundary?: string;
}

export interface Role {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly trust: CompiledPolicy;
  readonly definition: RoleDefinition;
  /** Identity policies as they hold now, compiled. */
  readonly policies: readonly CompiledPolicy[];
  readonly boundary: CompiledPolicy | undefined;
}

interface Attachment {
  readonly roleNames: readonly string[];
  readonly policy: CompiledPolicy;
}

/** The account's roles and what is attached to them. Built from the templates at each start; nothing persists. */
export interface RoleStore {
  /** Throws AwsError MalformedPolicyDocument. */
  putRole(definition: RoleDefinition): { arn: string; id: string };
  deleteRole(name: string): void;
  /** An `AWS::IAM::Policy` or a managed policy with `Roles`, under its own key. */
  attach(key: string, roleNames: readonly string[], document: unknown): void;
  detach(key: string): void;
  /** Returns the policy's ARN. `pathAndName` begins with a slash. */
  putManagedPolicy(pathAndName: string, document: unknown): string;
  deleteManagedPolicy(arn: string): void;
  byArn(arn: string): Role | undefined;
  byName(name: string): Role | undefined;
  list(): readonly Role[];
}

/** @param changed called after each change, so that cached decisions can be dropped */
export function createRoleStore(accountId: string, changed: () => void): RoleStore {
  const definitions = new Map<string, RoleDefinition & { readonly compiledTrust: CompiledPolicy }>();
  const attachments = new Map<string, Attachment>();
  const managed = new Map<string, CompiledPolicy>();
  let built: Map<string, Role> | undefined;

  const arnOf = (role: RoleDefinition): string => `arn:aws:iam::${accountId}:role${role.path}${role.name}`;
  const idOf = (role: RoleDefinition): string =>
    `AROA${stableId(arnOf(role), 17, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`;

  function touch(): void {
    built = undefined;
    changed();
  }

  function managedPolicy(arn: string): CompiledPolicy {
    const own = managed.get(arn);
    if (own) return own;
    return compilePolicy(awsManagedPolicy(arn));
  }

  function roles(): Map<string, Role> {
    if (built) return built;
    built = new Map();
    for (const definition of definitions.values()) {
      const attached = [...attachments.values()].filter((one) => one.roleNames.includes(definition.name));
      const boundary = definition.permissionsBoundary;
      built.set(arnOf(definition), {
        arn: arnOf(definition),
        id: idOf(definition),
        name: definition.name,
        trust: definition.compiledTrust,
        definition,
        boundary: boundary === undefined ? undefined : managedPolicy(boundary),
        policies: [
          ...[...definition.inline.values()].map(compilePolicy),
          ...definition.managedPolicyArns.map(managedPolicy),
          ...attached.map((one) => one.policy),
        ],
      });
    }
    return built;
  }

  return {
    putRole(definition) {
      for (const document of definition.inline.values()) compilePolicy(document);
      for (const arn of definition.managedPolicyArns) if (!managed.has(arn)) awsManagedPolicy(arn);
      definitions.set(definition.name, { ...definition, compiledTrust: compilePolicy(definition.trust) });
      touch();
      return { arn: arnOf(definition), id: idOf(definition) };
    },
    deleteRole(name) {
      definitions.delete(name);
      touch();
    },
    attach(key, roleNames, document) {
      attachments.set(key, { roleNames, policy: compilePolicy(document) });
      touch();
    },
    detach(key) {
      attachments.delete(key);
      touch();
    },
    putManagedPolicy(pathAndName, document) {
      const arn = `arn:aws:iam::${accountId}:policy${pathAndName}`;
      managed.set(arn, compilePolicy(document));
      touch();
      return arn;
    },
    deleteManagedPolicy(arn) {
      managed.delete(arn);
      touch();
    },
    byArn: (arn) => roles().get(arn),
    byName: (name) => [...roles().values()].find((role) => role.name === name),
    list: () => [...roles().values()],
  };
}
