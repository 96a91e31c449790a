import type { ApiCall } from './routes.ts';

/** POST settle: answers when nothing is in flight. */
export async function settle({ cloud }: ApiCall): Promise<unknown> {
  await cloud.settle();
  return { settled: true };
}
