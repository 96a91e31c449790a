import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/**
 * Where alarms go: to the address in the build's environment variable `ALARM_EMAIL`, which has to be confirmed from the
 * first mail. Without it nobody is told, but the alarms show on the dashboard.
 */
export function createAlarmTopic(scope: Construct): Topic {
  const topic = new Topic(scope, 'Alarms', { displayName: 'Cruddur', enforceSSL: true });
  const address = process.env['ALARM_EMAIL'];
  if (address) topic.addSubscription(new EmailSubscription(address));
  return topic;
}
