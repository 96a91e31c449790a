import type { Stack } from 'aws-cdk-lib';

export interface Lifetime {
  /** Somebody's own backend, made by `ampx sandbox`. */
  isSandbox: boolean;
  /**
   * A sandbox, or the preview of a pull request: it goes with all its data when its owner or Amplify takes it down, and
   * nobody is woken by its alarms.
   */
  isTemporary: boolean;
}

/**
 * What kind of backend this is. Amplify deploys previews as branches, and says in the build's environment that they are of
 * a pull request (https://docs.aws.amazon.com/amplify/latest/userguide/environment-variables.html).
 */
export function lifetimeOf(backend: Stack): Lifetime {
  const isSandbox = backend.node.tryGetContext('amplify-backend-type') === 'sandbox';
  return { isSandbox, isTemporary: isSandbox || Boolean(process.env['AWS_PULL_REQUEST_ID']) };
}
