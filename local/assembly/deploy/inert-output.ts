import type { ResourceOutput } from '../../core/resource.ts';
import { stableId } from '../../core/stable-id.ts';

/**
 * What an inert resource answers: a `Ref` in the shape that AWS gives it, and its own properties as attributes.
 * Any other attribute is made up on demand by `inertAttribute`.
 */
export function inertOutput(
  type: string,
  logicalId: string,
  address: string,
  properties: Record<string, unknown>,
): ResourceOutput {
  const prefix = /^AWS::EC2::(\w+)$/.exec(type)?.[1];
  const named = Object.entries(properties).find(
    ([name, value]) => NAMES.has(name) && typeof value === 'string',
  );
  const ref =
    prefix !== undefined
      ? `${EC2_PREFIXES[prefix] ?? prefix.toLowerCase()}-${stableId(address, 17, '0123456789abcdef')}`
      : ((named?.[1] as string | undefined) ?? `${logicalId}-${stableId(address, 12)}`);
  return { ref, attributes: { ...properties } };
}

/** The value of an attribute that nothing here gives a meaning to: stable, and an ARN where one is asked for. */
export function inertAttribute(
  output: ResourceOutput,
  type: string,
  name: string,
  arnScope: string,
): unknown {
  if (Object.hasOwn(output.attributes, name)) return output.attributes[name];
  if (name.endsWith('Arn')) {
    const [, service = 'local', kind = 'resource'] = type.split('::').map((part) => part.toLowerCase());
    return `arn:aws:${service}:${arnScope}:${kind}/${output.ref}`;
  }
  return output.ref;
}

const NAMES: ReadonlySet<string> = new Set([
  'LogGroupName',
  'AlarmName',
  'DashboardName',
  'DBSubnetGroupName',
  'Name',
]);

const EC2_PREFIXES: Readonly<Record<string, string>> = {
  VPC: 'vpc',
  Subnet: 'subnet',
  RouteTable: 'rtb',
  SubnetRouteTableAssociation: 'rtbassoc',
  InternetGateway: 'igw',
  SecurityGroup: 'sg',
  VPCEndpoint: 'vpce',
  NatGateway: 'nat',
};
