import type { Stack } from 'aws-cdk-lib';

/**
 * The namespace of a backend's own metrics, with which the names of its alarms and its dashboard begin. A branch's name may
 * hold a slash, a dashboard's may not.
 */
export function metricsNamespace(backend: Stack): string {
  const name = String(backend.node.getContext('amplify-backend-name'));
  return `cruddur-${name.replace(/[^\w-]/g, '-')}`;
}
