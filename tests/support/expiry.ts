import type { LocalCloud } from '../../local/cloud.ts';
import type { Events } from '../../local/services/events/index.ts';

/** Runs the deletion of expired cruds now, as its schedule does; resolves when it has ended. Throws when it failed. */
export async function runExpiry(cloud: LocalCloud, times = 1): Promise<void> {
  const events = cloud.context.service<Events>('events');
  const rules = (await events.inspect!()) as { name: string }[];
  const rule = rules.find(({ name }) => /ExpireActivities/.test(name))!;
  const before = runsOf(cloud).length;
  await Promise.all(Array.from({ length: times }, () => events.runRule(rule.name)));
  await cloud.settle();
  const runs = runsOf(cloud).slice(before);
  const failed = runs.find(({ error }) => error !== undefined);
  if (failed) throw new Error(failed.error);
  if (runs.length !== times) throw new Error(`It ran ${runs.length} times, not ${times}.`);
}

/** Every run so far. */
export function runsOf(cloud: LocalCloud) {
  return cloud.bus.recent('invocation').filter(({ functionName }) => /expireactivities/i.test(functionName));
}
