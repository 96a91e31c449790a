import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import type { Federation } from './federation.ts';
import { DescribeIdentity } from './operations/DescribeIdentity.ts';
import { GetCredentialsForIdentity } from './operations/GetCredentialsForIdentity.ts';
import { GetId } from './operations/GetId.ts';
import { GetOpenIdToken } from './operations/GetOpenIdToken.ts';
import { IdentityPoolRegistry } from './registry.ts';
import { IdentityPool } from './resources/IdentityPool.ts';
import { IdentityPoolRoleAttachment } from './resources/IdentityPoolRoleAttachment.ts';
import { IdentityStore } from './store.ts';

/** Cognito identity pools: gives users of a user pool, and guests, credentials of IAM roles. */
export function createCognitoIdentity(cloud: CloudContext): AwsService {
  const store = new IdentityStore(cloud.stateFolder('cognito-identity'));
  const federation: Federation = { cloud, registry: new IdentityPoolRegistry(), store };
  return {
    id: 'cognito-identity',
    signingName: 'cognito-identity',
    protocol: { kind: 'json', version: '1.1', targetPrefix: 'AWSCognitoIdentityService' },
    operations: {
      DescribeIdentity: DescribeIdentity(federation),
      GetCredentialsForIdentity: GetCredentialsForIdentity(federation),
      GetId: GetId(federation),
      GetOpenIdToken: GetOpenIdToken(),
    },
    resources: [IdentityPool(federation), IdentityPoolRoleAttachment(federation)],
    stop: async () => store.close(),
    reset: async () => store.clear(),
    inspect: async () => ({
      pools: federation.registry.pools().map((pool) => ({
        id: pool.id,
        name: pool.name,
        allowGuests: pool.allowGuests,
        providers: pool.providers,
        identities: store.list(pool.id),
      })),
    }),
  };
}
