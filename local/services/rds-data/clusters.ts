import { AwsError, LocalCloudError } from '../../core/errors.ts';

/** A DB cluster of the assembly, and where its databases stand on the one Postgres. */
export interface Cluster {
  readonly identifier: string;
  readonly arn: string;
  readonly resourceId: string;
  /** Of the writer, which the error of a paused cluster names. */
  instanceResourceId: string;
  httpEndpointEnabled: boolean;
  minCapacity: number | undefined;
  masterUsername: string;
  masterRole: string;
  masterPassword: string;
  databaseName: string | undefined;
  engine: string;
  /** Names on AWS to names on our Postgres. */
  readonly databases: Map<string, string>;
  readonly pause: PauseState;
}

interface PauseState {
  paused: boolean;
  /** When it will be awake again, on the cloud's clock; undefined until a call wakes it. */
  resumesAt?: number;
}

export interface ClusterRegistry {
  add(cluster: Cluster): void;
  remove(identifier: string): void;
  list(): Cluster[];
  byIdentifier(identifier: string): Cluster | undefined;
  /** Throws HttpEndpointNotEnabledException, as AWS does for clusters that don't exist, too. */
  byArn(arn: string): Cluster;
}

export function createClusterRegistry(): ClusterRegistry {
  const clusters = new Map<string, Cluster>();
  return {
    add: (cluster) => void clusters.set(cluster.identifier, cluster),
    remove: (identifier) => void clusters.delete(identifier),
    list: () => [...clusters.values()],
    byIdentifier: (identifier) => clusters.get(identifier),
    byArn(arn) {
      const cluster = [...clusters.values()].find((one) => one.arn === arn);
      if (!cluster?.httpEndpointEnabled) {
        throw new AwsError(
          'HttpEndpointNotEnabledException',
          `HttpEndpoint is not enabled for resource ${arn}`,
        );
      }
      return cluster;
    },
  };
}

/** Puts a cluster to sleep as Aurora does after its idle time. Throws LocalCloudError when it can't sleep. */
export function pauseCluster(cluster: Cluster): void {
  if (cluster.minCapacity !== 0) {
    throw new LocalCloudError(
      'ClusterCannotPause',
      `The cluster ${cluster.identifier} never pauses: its minimum capacity is ${cluster.minCapacity ?? 'not set'}.`,
      'Only clusters whose ServerlessV2ScalingConfiguration has MinCapacity 0 pause.',
    );
  }
  cluster.pause.paused = true;
  cluster.pause.resumesAt = undefined;
}

export function resumeCluster(cluster: Cluster): void {
  cluster.pause.paused = false;
  cluster.pause.resumesAt = undefined;
}

/** Wakes a paused cluster, and refuses the call until it is awake. Throws DatabaseResumingException. */
export function requireAwake(cluster: Cluster, now: number, resumeDelayMs: number): void {
  const { pause } = cluster;
  if (!pause.paused) return;
  pause.resumesAt ??= now + resumeDelayMs;
  if (now >= pause.resumesAt) return resumeCluster(cluster);
  throw new AwsError(
    'DatabaseResumingException',
    `The Aurora DB instance ${cluster.instanceResourceId} is resuming after being auto-paused. Please wait a few seconds and try again.`,
  );
}
