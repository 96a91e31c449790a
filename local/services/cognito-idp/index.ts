import type { CloudContext, TokenVerifier } from '../../core/context.ts';
import type { Idp } from './idp.ts';
import { inspect } from './inspect.ts';
import { createOperations } from './operations/index.ts';
import { PoolRegistry } from './registry.ts';
import { UserPool } from './resources/UserPool.ts';
import { UserPoolClient } from './resources/UserPoolClient.ts';
import { UserPoolGroup } from './resources/UserPoolGroup.ts';
import { openStore } from './store/index.ts';
import { verifyToken } from './tokens/verify.ts';
import { serveWellKnown } from './wellKnown.ts';

/**
 * Cognito user pools. Codes and temporary passwords go out as `message` events of the bus, which carry them as
 * `code`. Users, sessions and keys persist in the service's state folder; pools and clients come from templates.
 */
export function createCognitoIdp(cloud: CloudContext): TokenVerifier {
  const store = openStore(cloud.stateFolder('cognito-idp'));
  const restores: (() => void)[] = [];
  const idp: Idp = {
    cloud,
    registry: new PoolRegistry(),
    store,
    onReset: (restore) => restores.push(restore),
  };
  return {
    id: 'cognito-idp',
    signingName: 'cognito-idp',
    protocol: { kind: 'json', version: '1.1', targetPrefix: 'AWSCognitoIdentityProviderService' },
    operations: createOperations(idp),
    resources: [UserPool(idp), UserPoolClient(idp), UserPoolGroup(idp)],
    handleHttp: async (request) => serveWellKnown(idp, request),
    verifyToken: async (token, expected) => verifyToken(idp, token, expected),
    stop: async () => store.close(),
    reset: async () => {
      store.clear();
      for (const restore of restores) restore();
    },
    inspect: async () => inspect(idp),
  };
}
