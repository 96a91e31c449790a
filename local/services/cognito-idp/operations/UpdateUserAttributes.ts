import type { Operation } from '../../../core/service.ts';
import { changeAttributes } from '../attributes/changeAttributes.ts';
import { checkWritable, readAttributes } from '../attributes/validateAttributes.ts';
import type { WireAttribute } from '../attributes/validateAttributes.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';

interface Input {
  readonly AccessToken?: string;
  readonly UserAttributes?: readonly WireAttribute[];
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** The signed-in user changes their attributes; a new address gets a code. */
export function UpdateUserAttributes(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, async ({ pool, client, user }, input) => {
    const changes = readAttributes(input.UserAttributes);
    checkWritable(client, Object.keys(changes));
    const CodeDeliveryDetailsList = await changeAttributes(idp, pool, user, changes, {
      clientId: client.id,
      clientMetadata: input.ClientMetadata,
    });
    return { CodeDeliveryDetailsList };
  });
}
