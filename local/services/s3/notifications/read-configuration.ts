import { notCovered } from '../../../core/errors.ts';
import { invalidArgument } from '../errors.ts';
import { checkEvents, checkOverlap, type NotificationRule } from './rules.ts';

interface FilterRule {
  readonly Name: string;
  readonly Value: string;
}

/** A configuration in the API's form, which CDK's custom resource has too. */
export interface NotificationConfiguration {
  readonly LambdaFunctionConfigurations?: readonly {
    readonly Id?: string;
    readonly LambdaFunctionArn: string;
    readonly Events: readonly string[];
    readonly Filter?: { readonly Key?: { readonly FilterRules?: readonly FilterRule[] } };
  }[];
  readonly QueueConfigurations?: readonly unknown[];
  readonly TopicConfigurations?: readonly unknown[];
  readonly EventBridgeConfiguration?: unknown;
}

/** Throws InvalidArgument, or NotCovered for queues, topics and EventBridge. */
export function readNotifications(
  configuration: NotificationConfiguration,
  address: string,
): NotificationRule[] {
  if (configuration.QueueConfigurations?.length) throw notCovered('S3 event notifications to SQS');
  if (configuration.TopicConfigurations?.length) throw notCovered('S3 event notifications to SNS');
  if (configuration.EventBridgeConfiguration !== undefined)
    throw notCovered('S3 event notifications to EventBridge');
  const rules = (configuration.LambdaFunctionConfigurations ?? []).map((one, index): NotificationRule => {
    checkEvents(one.Events);
    return {
      id: one.Id ?? `${address.replaceAll('/', '-')}-${index}`,
      functionArn: one.LambdaFunctionArn,
      events: one.Events,
      ...readFilter(one.Filter?.Key?.FilterRules ?? []),
    };
  });
  checkOverlap(rules);
  return rules;
}

function readFilter(rules: readonly FilterRule[]): { prefix: string; suffix: string } {
  const filter = { prefix: '', suffix: '' };
  for (const { Name, Value } of rules) {
    const name = Name.toLowerCase();
    if (name !== 'prefix' && name !== 'suffix') {
      throw invalidArgument('filter rule name must be either prefix or suffix', 'FilterRule.Name', Name);
    }
    if (filter[name] !== '') {
      throw invalidArgument(`Cannot specify more than one ${name} rule in a filter.`, 'FilterRule', Value);
    }
    filter[name] = Value;
  }
  return filter;
}
