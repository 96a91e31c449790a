import type { CloudContext } from '../../core/context.ts';
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
}

/** A stack that was deployed, with its nested ones. */
export interface DeployedStack {
  readonly stackId: string;
  readonly name: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
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
