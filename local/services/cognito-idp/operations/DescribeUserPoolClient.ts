import type { Operation } from '../../../core/service.ts';
import { clientOfPool, poolOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';

interface Input {
  readonly UserPoolId?: string;
  readonly ClientId?: string;
}

/** An app client's settings, its secret included, as AWS shows it to those whom IAM allows. */
export function DescribeUserPoolClient(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'DescribeUserPoolClient', (pool, input) => {
    const client = clientOfPool(idp, pool, requireText(input as Record<string, unknown>, 'ClientId'));
    const { GenerateSecret: _generated, ...settings } = client.properties;
    return {
      UserPoolClient: {
        ...settings,
        UserPoolId: pool.id,
        ClientId: client.id,
        ClientName: client.name,
        ...(client.secret !== undefined && { ClientSecret: client.secret }),
        ExplicitAuthFlows: client.authFlows,
        EnableTokenRevocation: client.revocation,
      },
    };
  });
}
