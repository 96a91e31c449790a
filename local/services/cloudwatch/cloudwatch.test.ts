import { expect, it } from 'vitest';
import type { AwsService } from '../../core/service.ts';
import { createTestContext } from '../../core/testing.ts';
import { createCloudWatch } from './index.ts';

const ARN = 'arn:aws:rds:us-east-1:000000000000:cluster:known';

function start() {
  const cloud = createTestContext();
  let paused = false;
  cloud.register({
    id: 'rds-data',
    signingName: 'rds-data',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    clusterArns: () => [ARN],
    isPaused: () => paused,
  } as AwsService);
  cloud.register(createCloudWatch(cloud));
  const ask = (more: object = {}) => {
    const now = cloud.clock.now() / 1000;
    return cloud.call({ kind: 'developer' }, 'cloudwatch', 'GetMetricStatistics', {
      Namespace: 'AWS/RDS',
      MetricName: 'ServerlessDatabaseCapacity',
      Dimensions: [{ Name: 'DBClusterIdentifier', Value: 'known' }],
      StartTime: now - 900,
      EndTime: now,
      Period: 60,
      Statistics: ['Maximum'],
      ...more,
    });
  };
  return { cloud, ask, pause: () => (paused = true) };
}

it('tells the capacity of a cluster, 0 while it is paused', async () => {
  const { cloud, ask, pause } = start();
  await using _cloud = cloud;
  expect(await ask()).toMatchObject({ Datapoints: [{ Maximum: 0.5, Unit: 'Count' }] });
  pause();
  expect(await ask()).toMatchObject({ Datapoints: [{ Maximum: 0 }] });
});

it('has no datapoints for an unknown cluster, and names what it does not cover', async () => {
  const { cloud, ask } = start();
  await using _cloud = cloud;
  const Dimensions = [{ Name: 'DBClusterIdentifier', Value: 'unknown' }];
  expect(await ask({ Dimensions })).toMatchObject({ Datapoints: [] });
  await expect(ask({ MetricName: 'CPUUtilization' })).rejects.toMatchObject({ code: 'NotCovered' });
  await expect(ask({ StartTime: cloud.clock.now() / 1000 + 60 })).rejects.toMatchObject({
    code: 'InvalidParameterValueException',
  });
});
