import { LocalCloudError } from '../../core/errors.ts';
import type { Events, Scheduler } from '../../services/events/index.ts';
import { readTexts } from './read-json.ts';
import type { ApiCall } from './routes.ts';

/**
 * POST schedules with `{ service, name }`: runs a rule of `events` or a schedule of `scheduler` now, whether it is enabled
 * or not; answers when its targets have accepted. Throws LocalCloudError BadBody, UnknownScheduleService, and what
 * the targets throw.
 */
export async function runSchedule({ cloud, request }: ApiCall): Promise<unknown> {
  const { service, name } = await readTexts(request, ['service', 'name']);
  if (service === 'events') await cloud.context.service<Events>('events').runRule(name);
  else if (service === 'scheduler') await cloud.context.service<Scheduler>('scheduler').runSchedule(name);
  else {
    throw new LocalCloudError(
      'UnknownScheduleService',
      `${service} has no schedules.`,
      'The rules of `events` and the schedules of `scheduler` can be run.',
    );
  }
  return { ran: name };
}
