import type { AmplifyOutputs } from '../assembly/outputs/client-config.ts';
import type { Bus } from '../core/bus.ts';
import type { Clock } from '../core/clock.ts';
import type { CloudContext } from '../core/context.ts';
import type { AwsService } from '../core/service.ts';
import type { FallbackHandler } from '../gateway/server.ts';
import type { Iam } from '../iam/create-iam.ts';
import type { DeveloperCredentials } from '../iam/credentials/key-file.ts';
import type { ServiceOptions } from '../services/index.ts';

export interface LocalCloudOptions {
  /**
   * A synthesized cloud assembly (`cdk.out`). Without one this is an account with nothing in it but what was deployed to
   * it over the wire before: CDK and Amplify's own tools deploy here as they do to AWS.
   */
  readonly assembly?: string;
  /** Whether `cdk bootstrap` was run in the account; it was, unless told, where there is no assembly. */
  readonly bootstrapped?: boolean;
  /** Where everything persists; one local cloud at a time uses it. */
  readonly stateFolder: string;
  /** Any free one unless given. */
  readonly port?: number;
  /** Milliseconds that the clock is ahead of the machine's. */
  readonly clockOffset?: number;
  readonly region?: string;
  readonly services?: ServiceOptions;
  /** Further services, or other ones in the place of those with the same id. */
  readonly extraServices?: (cloud: CloudContext, iam: Iam) => readonly AwsService[];
  readonly log?: (line: string) => void;
}

export interface Outputs {
  /** The content of `amplify_outputs.json`. */
  readonly outputs: AmplifyOutputs;
  /** What `amplify_outputs.json` can't say: set them on the parsed configuration before `Amplify.configure`. */
  readonly endpoints: { readonly userPoolEndpoint: string; readonly identityPoolEndpoint: string };
}

export interface LocalCloud {
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly bus: Bus;
  readonly context: CloudContext;
  readonly services: readonly AwsService[];
  /** For the AWS CLI and SDKs: may do everything. */
  readonly developerCredentials: DeveloperCredentials;
  outputs(): Promise<Outputs>;
  /** Applies a newer assembly while running. When it fails, what had been applied by then stays. */
  deploy(assembly: string): Promise<void>;
  /** Waits until nothing is in flight: requests, triggers, streams. */
  settle(): Promise<void>;
  /** Drops all data and runs the custom resources again; the configuration stays. */
  reset(): Promise<void>;
  /** Serves the console at every path that no service has. */
  setConsole(handler: FallbackHandler): void;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
