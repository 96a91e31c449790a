import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { ruleResource } from './resources/rule.ts';
import { createRules } from './rules.ts';
import { createTimetable } from './timetable.ts';

/** What EventBridge offers to the console and to tests. */
export interface Events extends AwsService {
  /** Fires a rule now, by name, whether it is enabled or not; resolves when its targets have accepted the event. */
  runRule(name: string): Promise<void>;
}

/** EventBridge: rules on a schedule, on the cloud's clock. */
export function createEvents(cloud: CloudContext): Events {
  const timetable = createTimetable(cloud);
  const rules = createRules(cloud, timetable);
  return {
    id: 'events',
    signingName: 'events',
    protocol: { kind: 'json', version: '1.1', targetPrefix: 'AWSEvents' },
    operations: {},
    resources: [ruleResource(cloud, rules)],
    runRule: rules.run,
    async stop() {
      timetable.stop();
    },
    async inspect() {
      return rules
        .list()
        .map(({ next: _function, ...rule }) => ({ ...rule, nextAt: timetable.nextOf(rule.name) }));
    },
  };
}
