import type { LocalCloud } from '../../local/cloud.ts';
import * as dm from '../../tests/support/messages.ts';
import type { People } from '../../tests/support/people.ts';

interface Consumed {
  ConsumedCapacity?: { CapacityUnits: number }[];
}

/** Write units of one message between 2 and among 32 members, as DynamoDB itself counts them. */
export async function measureWriteUnits(cloud: LocalCloud, people: People): Promise<Record<string, number>> {
  const crowd = await people.persons(...Array.from({ length: 32 }, (_, n) => `w${n}`));
  const [sender, ...others] = crowd;
  const result: Record<string, number> = {};
  const { context } = cloud;
  const { call } = context;
  for (const members of [2, 32]) {
    const id = await dm.start(sender!, others.slice(0, members - 1), members > 2 ? 'Crowd' : undefined);
    // The first message puts a conversation into inboxes; the second one moves it there, as all others do.
    await dm.send(sender!, id, 'first');
    let units = 0;
    const counting: typeof call = async (principal, service, operation, input) => {
      const isWrite = service === 'dynamodb' && operation === 'TransactWriteItems';
      const asked = isWrite ? { ...(input as object), ReturnConsumedCapacity: 'TOTAL' } : input;
      const output = await call(principal, service, operation, asked);
      for (const used of (output as Consumed).ConsumedCapacity ?? []) units += used.CapacityUnits;
      return output as never;
    };
    Object.assign(context, { call: counting });
    await dm.send(
      sender!,
      id,
      'A message of an ordinary length, say a hundred characters, which most of them are.',
    );
    Object.assign(context, { call });
    result[members] = units;
  }
  return result;
}
