import { readFileSync } from 'node:fs';
import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import { pointAtThisMachine } from '../../src/app/local-endpoints.ts';

/**
 * Configures the real Amplify client from an `amplify_outputs.json`, of the local cloud or of a deployed stack.
 * @returns the local cloud's address, undefined for a deployed stack
 */
export function configureAmplify(file: string): string | undefined {
  const outputs = JSON.parse(readFileSync(file, 'utf8')) as {
    custom?: { local_endpoints?: Parameters<typeof pointAtThisMachine>[1] };
  };
  const config = parseAmplifyConfig(outputs as Parameters<typeof parseAmplifyConfig>[0]);
  const local = outputs.custom?.local_endpoints;
  if (local) pointAtThisMachine(config, local);
  Amplify.configure(config);
  return local && new URL(local.user_pool).origin;
}
