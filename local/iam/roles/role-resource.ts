import { notCovered } from '../../core/errors.ts';
import type { ResourceHandler } from '../../core/resource.ts';
import { stableId } from '../../core/stable-id.ts';
import type { RoleStore } from './role-store.ts';

interface RoleProperties {
  readonly AssumeRolePolicyDocument: unknown;
  readonly ManagedPolicyArns?: readonly string[];
  readonly Path?: string;
  readonly PermissionsBoundary?: string;
  readonly Policies?: readonly { readonly PolicyName: string; readonly PolicyDocument: unknown }[];
  readonly RoleName?: string;
}

/** `AWS::IAM::Role`, and the types of instances that nothing here runs on. */
export function roleResources(store: RoleStore): readonly ResourceHandler[] {
  const role: ResourceHandler<RoleProperties> = {
    types: ['AWS::IAM::Role'],
    covers: {
      honoured: [
        'AssumeRolePolicyDocument',
        'ManagedPolicyArns',
        'Path',
        'PermissionsBoundary',
        'Policies',
        'RoleName',
      ],
      withoutEffect: {
        'it describes': ['Description', 'Tags'],
        'sessions are as long as whoever asks says': ['MaxSessionDuration'],
      },
    },
    apply(input) {
      const { properties } = input;
      const name = properties.RoleName ?? generatedName(input.logicalId, input.address);
      const previous = input.previousOutput?.ref;
      if (previous !== undefined && previous !== name) store.deleteRole(previous);
      const { arn, id } = store.putRole({
        name,
        path: properties.Path ?? '/',
        trust: properties.AssumeRolePolicyDocument,
        inline: new Map((properties.Policies ?? []).map((one) => [one.PolicyName, one.PolicyDocument])),
        managedPolicyArns: properties.ManagedPolicyArns ?? [],
        permissionsBoundary: properties.PermissionsBoundary,
      });
      return { ref: name, attributes: { Arn: arn, RoleId: id } };
    },
    remove(input) {
      if (input.previousOutput) store.deleteRole(input.previousOutput.ref);
    },
  };
  return [role, ...policyResources(store)];
}

interface PolicyProperties {
  readonly PolicyDocument: unknown;
  readonly PolicyName: string;
  readonly Roles?: readonly string[];
  readonly Users?: readonly string[];
  readonly Groups?: readonly string[];
}

interface ManagedPolicyProperties extends Omit<PolicyProperties, 'PolicyName'> {
  readonly ManagedPolicyName?: string;
  readonly Path?: string;
}

function policyResources(store: RoleStore): readonly ResourceHandler[] {
  const inline: ResourceHandler<PolicyProperties> = {
    types: ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy'],
    covers: { honoured: ['PolicyDocument', 'PolicyName', 'Roles', 'RoleName', 'Users', 'Groups'] },
    apply({ properties, address }) {
      refuseUsers(properties);
      const single = (properties as { RoleName?: string }).RoleName;
      store.attach(
        address,
        single === undefined ? (properties.Roles ?? []) : [single],
        properties.PolicyDocument,
      );
      return { ref: properties.PolicyName, attributes: { Id: stableId(address, 20) } };
    },
    remove: ({ address }) => store.detach(address),
  };
  const managed: ResourceHandler<ManagedPolicyProperties> = {
    types: ['AWS::IAM::ManagedPolicy'],
    covers: {
      honoured: ['ManagedPolicyName', 'Path', 'PolicyDocument', 'Roles', 'Users', 'Groups'],
      withoutEffect: { 'it describes': ['Description'] },
    },
    apply({ properties, address, logicalId }) {
      refuseUsers(properties);
      const name = properties.ManagedPolicyName ?? generatedName(logicalId, address);
      const arn = store.putManagedPolicy(`${properties.Path ?? '/'}${name}`, properties.PolicyDocument);
      store.attach(address, properties.Roles ?? [], properties.PolicyDocument);
      return {
        ref: arn,
        attributes: { PolicyArn: arn, PolicyId: `ANPA${stableId(address, 17).toUpperCase()}` },
      };
    },
    remove({ address, previousOutput }) {
      store.detach(address);
      if (previousOutput) store.deleteManagedPolicy(previousOutput.ref);
    },
  };
  return [inline, managed];
}

function refuseUsers(properties: { Users?: readonly string[]; Groups?: readonly string[] }): void {
  if (properties.Users?.length) throw notCovered('IAM users');
  if (properties.Groups?.length) throw notCovered('IAM groups');
}

/** At most 64 characters, as AWS cuts a generated name; the end is the same at every start. */
function generatedName(logicalId: string, address: string): string {
  return `${logicalId.slice(0, 50)}-${stableId(address, 12, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')}`;
}
