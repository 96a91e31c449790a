import { Sha256 } from '@aws-crypto/sha256-js';
import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import { SignatureV4 } from '@smithy/signature-v4';
import type { LocalCloud } from '../../local/cloud.ts';
import { createCaller, type Caller } from './graphql.ts';
import { subscribe, type Events } from './subscribe.ts';

export interface Guest extends Caller {
  /** Subscribes and waits until the server has acknowledged it. */
  subscribe(query: string, variables?: Record<string, unknown>): Promise<Events>;
}

/** Somebody who is not signed in: the identity pool's guest, whose requests are signed with its credentials. */
export async function createGuest(cloud: LocalCloud): Promise<Guest> {
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
  async function sign(suffix: string, body: string): Promise<Record<string, string>> {
    const { headers } = await signer.sign(
      {
        method: 'POST',
        protocol: url.protocol,
        hostname: url.hostname,
        port: Number(url.port),
        path: `${url.pathname}${suffix}`,
        headers: { host: url.host, 'content-type': 'application/json' },
        body,
      },
      { signingDate: new Date(cloud.clock.now()) },
    );
    return headers;
  }
  return {
    ...createCaller(async (body) => fetch(url, { method: 'POST', headers: await sign('', body), body })),
    subscribe: (query, variables = {}) => subscribe(data.url, sign, query, variables),
  };
}
