import { randomUUID } from 'node:crypto';
import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import { deliver, deliverInBackground, type FunctionTarget } from './deliver.ts';
import type { NextTime } from './expression.ts';
import type { Timetable } from './timetable.ts';

export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly enabled: boolean;
  readonly next: NextTime;
  readonly targets: readonly FunctionTarget[];
}

export interface Rules {
  put(rule: Rule): void;
  remove(name: string): void;
  list(): Rule[];
  /** Fires a rule now and waits until its targets have accepted. Throws ResourceNotFoundException and Lambda's errors. */
  run(name: string): Promise<void>;
}

export function createRules(cloud: CloudContext, timetable: Timetable): Rules {
  const rules = new Map<string, Rule>();

  function fire(rule: Rule, time: number): Promise<void>[] {
    const event = {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: cloud.accountId,
      time: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z'),
      region: cloud.region,
      resources: [rule.arn],
      detail: {},
    };
    const principal = { kind: 'service', service: 'events.amazonaws.com', sourceArn: rule.arn } as const;
    return rule.targets.map((target) => deliver(cloud, principal, target, event));
  }

  function due(rule: Rule, time: number): void {
    fire(rule, time).forEach((delivery, index) =>
      deliverInBackground(cloud, `The rule ${rule.name}`, delivery, rule.targets[index]?.arn ?? ''),
    );
  }

  return {
    put(rule) {
      rules.set(rule.name, rule);
      if (rule.enabled) timetable.set(rule.name, rule.next, (time) => due(rule, time));
      else timetable.delete(rule.name);
    },
    remove(name) {
      rules.delete(name);
      timetable.delete(name);
    },
    list: () => [...rules.values()],
    async run(name) {
      const rule = rules.get(name);
      if (!rule) {
        throw new AwsError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus default.`);
      }
      await Promise.all(fire(rule, cloud.clock.now()));
    },
  };
}
