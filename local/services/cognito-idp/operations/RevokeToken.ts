import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { peekJwt } from '../tokens/jwt.ts';
import { checkClientSecret } from './GetTokensFromRefreshToken.ts';

interface Input {
  readonly ClientId?: string;
  readonly ClientSecret?: string;
  readonly Token?: string;
}

/**
 * Ends the session of a refresh token: neither it nor the tokens it gave work any longer. A token that is unknown
 * or ended already is no error (RFC 7009, section 2.2).
 */
export function RevokeToken(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, (_pool, client, input) => {
    const token = requireText(input as Record<string, unknown>, 'Token');
    checkClientSecret(client, input.ClientSecret);
    if (!client.revocation) {
      throw new AwsError('UnsupportedOperationException', 'Token revocation is not enabled for this client');
    }
    if (peekJwt(token)) {
      throw new AwsError('UnsupportedTokenTypeException', 'The token type is not supported');
    }
    const found = idp.store.sessions.findRefreshToken(token);
    if (!found) return {};
    if (found.session.clientId !== client.id) {
      throw new AwsError('UnauthorizedException', 'Client is not authorized to revoke this token');
    }
    idp.store.sessions.revoke(found.session.originJti);
    return {};
  });
}
