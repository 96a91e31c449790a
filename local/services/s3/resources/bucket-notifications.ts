import type { ResourceHandler } from '../../../core/resource.ts';
import { readNotifications, type NotificationConfiguration } from '../notifications/read-configuration.ts';
import { checkOverlap } from '../notifications/rules.ts';
import type { S3 } from '../s3.ts';

interface Properties {
  readonly BucketName: string;
  readonly NotificationConfiguration: NotificationConfiguration;
  /** True when this resource alone says what the bucket notifies; false when it only adds. */
  readonly Managed?: boolean | string;
}

/** `Custom::S3BucketNotifications`, which CDK makes of `bucket.addEventNotification`. */
export function bucketNotificationsResource(s3: S3): ResourceHandler<Properties> {
  return {
    types: ['Custom::S3BucketNotifications'],
    covers: {
      honoured: ['BucketName', 'NotificationConfiguration', 'Managed'],
      withoutEffect: {
        'this service provides it itself': ['ServiceToken', 'ServiceTimeout'],
        'a delivery that is not allowed says so when it happens': ['SkipDestinationValidation'],
      },
    },
    apply({ address, properties, previousProperties }) {
      const { config, name } = s3.buckets.get(properties.BucketName);
      const rules = readNotifications(properties.NotificationConfiguration, address);
      const others = [...config.notifications]
        .filter(([source]) => source !== address)
        .flatMap(([, more]) => more);
      checkOverlap([...others, ...rules]);
      if (previousProperties && previousProperties.BucketName !== name) {
        s3.buckets.find(previousProperties.BucketName)?.config.notifications.delete(address);
      }
      config.notifications.set(address, rules);
      s3.notifier.resume(name);
      return { ref: `${name}-notifications`, attributes: {} };
    },
    remove({ address, properties }) {
      s3.buckets.find(properties.BucketName)?.config.notifications.delete(address);
    },
  };
}
