import { Sha256 } from '@aws-crypto/sha256-js';
import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import { SignatureV4 } from '@smithy/signature-v4';
import type { LocalCloud } from '../../local/cloud.ts';
import { createCaller, type Caller } from './graphql.ts';

/** Somebody who is not signed in: the identity pool's guest, whose requests are signed with its credentials. */
export async function createGuest(cloud: LocalCloud): Promise<Caller> {
  const { outputs, endpoints } = await cloud.outputs();
  const { auth, data } = outputs as {
    auth: { identity_pool_id: string; aws_region: string };
    data: { url: string };
  };
  const region = auth.aws_region;
  const identities = new CognitoIdentityClient({ region, endpoint: endpoints.identityPoolEndpoint });
  const { IdentityId } = await identities.send(new GetIdCommand({ IdentityPoolId: auth.identity_pool_id }));
  const { Credentials } = await identities.send(new GetCredentialsForIdentityCommand({ IdentityId }));
  identities.destroy();
  const signer = new SignatureV4({
    service: 'appsync',
    region,
    sha256: Sha256,
    credentials: {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretKey!,
      sessionToken: Credentials!.SessionToken!,
    },
  });
  const url = new URL(data.url);
  return createCaller(async (body) => {
    const { headers } = await signer.sign(
      {
        method: 'POST',
        protocol: url.protocol,
        hostname: url.hostname,
        port: Number(url.port),
        path: url.pathname,
        headers: { host: url.host, 'content-type': 'application/json' },
        body,
      },
      { signingDate: new Date(cloud.clock.now()) },
    );
    return fetch(url, { method: 'POST', headers, body });
  });
}
