import { request } from '../../../lib/data/request.ts';

const DOCUMENT = 'query NewSince($head: String) { newSince(head: $head, feed: FOLLOWING) }';

/** How many cruds came to the following feed after its head; 50 stands for 50 and more. Throws AppError. */
export async function newSince(head: string | null): Promise<number> {
  return (await request<{ newSince: number }>(DOCUMENT, { head })).newSince;
}
