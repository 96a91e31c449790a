import type { CloudContext } from '../../../core/context.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import { deliver, deliverInBackground, requireFunction } from '../deliver.ts';
import { parseExpression } from '../expression.ts';
import type { Timetable } from '../timetable.ts';

interface Properties {
  Name?: string;
  GroupName?: string;
  ScheduleExpression: string;
  ScheduleExpressionTimezone?: string;
  State?: string;
  Target: { Arn: string; RoleArn: string; Input?: string };
}

export interface Schedule {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  run(): Promise<void>;
}

/** `AWS::Scheduler::Schedule`, which invokes a function as the schedule's own role. */
export function scheduleResource(
  cloud: CloudContext,
  timetable: Timetable,
  schedules: Map<string, Schedule>,
): ResourceHandler<Properties> {
  return {
    types: ['AWS::Scheduler::Schedule'],
    covers: {
      honoured: ['Name', 'GroupName', 'ScheduleExpression', 'ScheduleExpressionTimezone', 'State', 'Target'],
      withoutEffect: {
        'it describes': ['Description'],
        'a schedule runs at its time, which every window allows': ['FlexibleTimeWindow'],
        'nothing is encrypted by a key of KMS': ['KmsKeyArn'],
      },
    },
    apply({ address, logicalId, properties }) {
      const name = properties.Name ?? `${logicalId}-${stableId(address, 12)}`;
      const { ScheduleExpression: expression, Target } = properties;
      requireFunction(Target.Arn);
      const group = properties.GroupName ?? 'default';
      const arn = `arn:aws:scheduler:${cloud.region}:${cloud.accountId}:schedule/${group}/${name}`;
      const next = parseExpression(expression, cloud.clock.now(), properties.ScheduleExpressionTimezone);
      const principal = { kind: 'role', roleArn: Target.RoleArn, sessionName: name } as const;
      const run = (): Promise<void> =>
        deliver(cloud, principal, { arn: Target.Arn, input: Target.Input }, {});
      schedules.set(name, { name, arn, expression, run });
      if ((properties.State ?? 'ENABLED') === 'DISABLED') timetable.delete(name);
      else
        timetable.set(name, next, () =>
          deliverInBackground(cloud, `The schedule ${name}`, run(), Target.Arn),
        );
      return { ref: name, attributes: { Arn: arn } };
    },
    remove({ previousOutput }) {
      if (!previousOutput) return;
      schedules.delete(previousOutput.ref);
      timetable.delete(previousOutput.ref);
    },
  };
}
