import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import type { AwsService } from '../../core/service.ts';
import { scheduleResource, type Schedule } from './resources/schedule.ts';
import { createTimetable } from './timetable.ts';

/** What EventBridge Scheduler offers to the console and to tests. */
export interface Scheduler extends AwsService {
  /** Runs a schedule now, by name; resolves when its target has accepted the event. */
  runSchedule(name: string): Promise<void>;
}

/** EventBridge Scheduler: schedules in any time zone, on the cloud's clock. */
export function createScheduler(cloud: CloudContext): Scheduler {
  const timetable = createTimetable(cloud);
  const schedules = new Map<string, Schedule>();
  return {
    id: 'scheduler',
    signingName: 'scheduler',
    protocol: { kind: 'rest-json', paths: {} },
    operations: {},
    resources: [scheduleResource(cloud, timetable, schedules)],
    async runSchedule(name) {
      const schedule = schedules.get(name);
      if (!schedule) {
        throw new AwsError('ResourceNotFoundException', `Schedule ${name} does not exist.`, {
          statusCode: 404,
        });
      }
      await schedule.run();
    },
    async stop() {
      timetable.stop();
    },
    async inspect() {
      return [...schedules.values()].map(({ name, arn, expression }) => ({
        name,
        arn,
        expression,
        nextAt: timetable.nextOf(name),
      }));
    },
  };
}
