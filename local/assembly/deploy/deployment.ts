import type { CloudContext } from '../../core/context.ts';
import { stableUuid } from '../../core/stable-id.ts';
import type { DynamicSources } from '../intrinsics/dynamic-references.ts';
import type { CustomResources } from '../custom-resource/provide.ts';
import type { Handlers } from './coverage.ts';
import type { DeploymentState } from './state-file.ts';

/** What one deployment works with. */
export interface Deployment {
  readonly cloud: CloudContext;
  readonly handlers: Handlers;
  readonly state: DeploymentState;
  readonly customResources: CustomResources;
  readonly sources: DynamicSources;
  /** Addresses seen in this deployment's templates; the others are removed at its end. */
  readonly seen: Set<string>;
  log(line: string): void;
  /** Told what becomes of each resource that changes. */
  report(event: ResourceEvent): void;
}

/** What CloudFormation tells about a resource while it deploys. */
export interface ResourceEvent {
  /** The nested stack it stands in; empty for the root stack. */
  readonly stackPath: string;
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId?: string;
  /** For example `CREATE_FAILED`. */
  readonly status: `${'CREATE' | 'UPDATE' | 'DELETE'}_${'IN_PROGRESS' | 'COMPLETE' | 'FAILED' | 'SKIPPED'}`;
  readonly reason?: string;
}

/** A stack that was deployed, with its nested ones. */
export interface DeployedStack {
  readonly stackId: string;
  readonly name: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A stack's id: the same for the same stack at every start. */
export function stackArn(
  cloud: Pick<CloudContext, 'region' | 'accountId'>,
  { stackName, path }: StackPlace,
): string {
  return `arn:aws:cloudformation:${cloud.region}:${cloud.accountId}:stack/${stackName}/${stableUuid(path)}`;
}

/** Where a stack stands among the others. */
export interface StackPlace {
  /** Empty for the root stack. */
  readonly path: string;
  readonly stackName: string;
}

/** Fetches secrets and parameters from the services that hold them, as the deploying person. */
export function createDynamicSources(cloud: CloudContext): DynamicSources {
  const developer = { kind: 'developer' } as const;
  return {
    async secretString(SecretId, VersionStage, VersionId) {
      const input = { SecretId, VersionStage, VersionId };
      const answer = await cloud.call<{ SecretString: string }>(
        developer,
        'secretsmanager',
        'GetSecretValue',
        input,
      );
      return answer.SecretString;
    },
    async parameter(name, version) {
      const input = { Name: version === undefined ? name : `${name}:${version}`, WithDecryption: true };
      const answer = await cloud.call<{ Parameter: { Value: string } }>(
        developer,
        'ssm',
        'GetParameter',
        input,
      );
      return answer.Parameter.Value;
    },
  };
}
