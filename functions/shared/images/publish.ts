import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { environment } from '../environment.ts';
import type { Outcome } from './records.ts';

const FIELDS = 'id profileId kind status reason version';
const MUTATION = `mutation PublishImageChange(
  $id: ID!, $profileId: ID!, $kind: ImageKind!, $status: ImageStatus!, $reason: ImageRefusal, $version: String
) {
  publishImageChange(
    id: $id, profileId: $profileId, kind: $kind, status: $status, reason: $reason, version: $version
  ) { ${FIELDS} }
}`;

/**
 * Tells whoever listens (`onImageProcessed`, `onProfileImageChanged`) by a mutation that only functions with a policy
 * may call; signed with this function's role. Throws when AppSync does not take it.
 */
export async function publishOutcome({
  id,
  profileId,
  kind,
  status,
  reason,
  version,
}: Outcome): Promise<void> {
  const url = new URL(environment('GRAPHQL_URL'));
  const body = JSON.stringify({
    query: MUTATION,
    variables: { id, profileId, kind, status, reason, version: status === 'READY' ? version : null },
  });
  const signer = new SignatureV4({
    service: 'appsync',
    region: environment('AWS_REGION'),
    sha256: Sha256,
    credentials: {
      accessKeyId: environment('AWS_ACCESS_KEY_ID'),
      secretAccessKey: environment('AWS_SECRET_ACCESS_KEY'),
      sessionToken: environment('AWS_SESSION_TOKEN'),
    },
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    port: url.port ? Number(url.port) : undefined,
    path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/json' },
    body,
  });
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
  const answer = (await response.json()) as { errors?: { message: string }[] };
  if (!response.ok || answer.errors?.length) {
    throw new Error(`publishImageChange: ${response.status} ${answer.errors?.[0]?.message ?? ''}`);
  }
}
