import { renameSync, writeFileSync } from 'node:fs';
import type { LocalCloud } from '../../local/cloud.ts';

/**
 * Writes `amplify_outputs.json` for the local cloud. What Amplify's format cannot say, the Cognito endpoints, goes under
 * `custom.local_endpoints`; src/app/start-up.ts reads it.
 */
export async function writeOutputs(cloud: LocalCloud, file: string): Promise<void> {
  const { outputs, endpoints } = await cloud.outputs();
  const content = {
    ...outputs,
    custom: {
      ...(outputs as { custom?: object }).custom,
      local_endpoints: {
        user_pool: endpoints.userPoolEndpoint,
        identity_pool: endpoints.identityPoolEndpoint,
      },
    },
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
