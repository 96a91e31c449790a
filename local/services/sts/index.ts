import type { AwsService } from '../../core/service.ts';
import { handleQuery, type QueryService } from '../../gateway/query-protocol.ts';
import type { Iam } from '../../iam/create-iam.ts';
import { assumeRole } from './operations/AssumeRole.ts';
import { getCallerIdentity } from './operations/GetCallerIdentity.ts';

/** STS, over the query protocol. */
export function createSts(iam: Iam): AwsService {
  const query: QueryService = {
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: { AssumeRole: assumeRole(iam), GetCallerIdentity: getCallerIdentity(iam) },
    uncovered: [
      'AssumeRoleWithSAML',
      // Only the identity pool has web identities here, and it hands out their credentials itself.
      'AssumeRoleWithWebIdentity',
      'AssumeRoot',
      'DecodeAuthorizationMessage',
      'GetAccessKeyInfo',
      'GetFederationToken',
      'GetSessionToken',
    ],
  };
  return {
    id: 'sts',
    signingName: 'sts',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    handleHttp: (request) => handleQuery(query, request),
  };
}
