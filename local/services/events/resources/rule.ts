import type { CloudContext } from '../../../core/context.ts';
import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import { requireFunction } from '../deliver.ts';
import { parseExpression } from '../expression.ts';
import type { Rules } from '../rules.ts';

interface Target {
  Id: string;
  Arn: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: unknown;
}

interface Properties {
  Name?: string;
  ScheduleExpression?: string;
  EventPattern?: unknown;
  State?: string;
  Targets?: Target[];
}

/** `AWS::Events::Rule` on a schedule, with functions as targets. */
export function ruleResource(cloud: CloudContext, rules: Rules): ResourceHandler<Properties> {
  return {
    types: ['AWS::Events::Rule'],
    covers: {
      honoured: ['Name', 'ScheduleExpression', 'EventPattern', 'State', 'Targets'],
      withoutEffect: { 'it describes': ['Description', 'Tags'] },
    },
    apply({ address, logicalId, properties }) {
      const name = properties.Name ?? `${logicalId}-${stableId(address, 12)}`;
      const { ScheduleExpression: expression, EventPattern, Targets = [] } = properties;
      if (EventPattern !== undefined || expression === undefined)
        throw notCovered(`event patterns (rule ${name})`);
      for (const target of Targets) {
        requireFunction(target.Arn);
        if (target.InputPath ?? target.InputTransformer) {
          throw notCovered(`InputPath and InputTransformer of a rule's target (rule ${name})`);
        }
      }
      const arn = `arn:aws:events:${cloud.region}:${cloud.accountId}:rule/${name}`;
      rules.put({
        name,
        arn,
        expression,
        enabled: (properties.State ?? 'ENABLED') !== 'DISABLED',
        next: parseExpression(expression, cloud.clock.now()),
        targets: Targets.map((target) => ({ arn: target.Arn, input: target.Input })),
      });
      return { ref: name, attributes: { Arn: arn } };
    },
    remove({ previousOutput }) {
      if (previousOutput) rules.remove(previousOutput.ref);
    },
  };
}
