import { readFileSync } from 'node:fs';
import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';

interface LocalEndpoints {
  user_pool: string;
  identity_pool: string;
}

/**
 * Configures the real Amplify client from an `amplify_outputs.json`, of the local cloud or of a deployed stack.
 * @returns the local cloud's address, undefined for a deployed stack
 */
export function configureAmplify(file: string): string | undefined {
  const outputs = JSON.parse(readFileSync(file, 'utf8')) as { custom?: { local_endpoints?: LocalEndpoints } };
  const config = parseAmplifyConfig(outputs as Parameters<typeof parseAmplifyConfig>[0]);
  const local = outputs.custom?.local_endpoints;
  if (local && config.Auth?.Cognito) {
    Object.assign(config.Auth.Cognito, {
      userPoolEndpoint: local.user_pool,
      identityPoolEndpoint: local.identity_pool,
    });
    openPlainWebSockets();
  }
  Amplify.configure(config);
  return local && new URL(local.user_pool).origin;
}

/** The client always opens `wss:`, the local cloud speaks `ws:` (amplify-js#12894). */
function openPlainWebSockets(): void {
  const Native = globalThis.WebSocket;
  globalThis.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: ConstructorParameters<typeof WebSocket>[1]) {
      super(String(url).replace(/^wss:\/\/(127\.0\.0\.1|localhost)/, 'ws://$1'), protocols);
    }
  };
}
