import type { AmplifyOutputs } from 'virtual:amplify-outputs';
import type { parseAmplifyConfig } from 'aws-amplify/utils';

type Config = ReturnType<typeof parseAmplifyConfig>;
type Endpoints = NonNullable<NonNullable<AmplifyOutputs['custom']>['local_endpoints']>;

/**
 * Points Amplify at a backend on this machine, for which its outputs have no words: the Cognito endpoints go into the
 * parsed configuration, and the real-time socket, which Amplify always opens with TLS (amplify-js#12894), loses it.
 */
export function pointAtThisMachine(config: Config, endpoints: Endpoints): void {
  Object.assign(config.Auth!.Cognito, {
    userPoolEndpoint: endpoints.user_pool,
    identityPoolEndpoint: endpoints.identity_pool,
  });
  const WithTls = globalThis.WebSocket;
  globalThis.WebSocket = class extends WithTls {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(String(url).replace(/^wss:(?=\/\/(127\.0\.0\.1|localhost)[:/])/, 'ws:'), protocols);
    }
  };
}
