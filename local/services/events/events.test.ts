import { describe, expect, it } from 'vitest';
import { AwsError } from '../../core/errors.ts';
import type { AwsService } from '../../core/service.ts';
import { applyResource, createTestContext, type TestContext } from '../../core/testing.ts';
import { createEvents, createScheduler } from './index.ts';

const TARGET = 'arn:aws:lambda:us-east-1:000000000000:function:f';

interface Invoked {
  principal: unknown;
  payload: any;
}

/** Stands for Lambda; the second argument makes it refuse. */
function registerFunctions(cloud: TestContext, refuse = false): Invoked[] {
  const invoked: Invoked[] = [];
  cloud.register<AwsService>({
    id: 'lambda',
    signingName: 'lambda',
    protocol: { kind: 'http' },
    resources: [],
    operations: {
      Invoke: {
        authorize: () => [],
        run(input: { Payload: string }, { principal }) {
          if (refuse) throw new AwsError('AccessDeniedException', 'no');
          invoked.push({ principal, payload: JSON.parse(input.Payload) });
        },
      },
    },
  });
  return invoked;
}

const rule = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  Name: 'tick',
  ScheduleExpression: 'rate(1 hour)',
  Targets: [{ Id: 't', Arn: TARGET }],
  ...more,
});

describe('rules', () => {
  it('fire when the clock passes their time, once for an advance', async () => {
    await using cloud = createTestContext();
    const invoked = registerFunctions(cloud);
    const events = cloud.register(createEvents(cloud));
    const { attributes } = await applyResource(events, 'AWS::Events::Rule', 'Rule', rule());
    const advance = async (minutes: number): Promise<number> => {
      cloud.clock.advance(minutes * 60_000);
      await cloud.tracker.settle();
      return invoked.length;
    };
    expect(await advance(59)).toBe(0);
    expect(await advance(2)).toBe(1);
    expect(await advance(600)).toBe(2);
    expect(await advance(1)).toBe(2);
    expect(invoked[0]).toMatchObject({
      principal: { kind: 'service', service: 'events.amazonaws.com', sourceArn: attributes['Arn'] },
      payload: { 'detail-type': 'Scheduled Event', source: 'aws.events', resources: [attributes['Arn']] },
    });
  });

  it('run by hand with their input, also when disabled', async () => {
    await using cloud = createTestContext();
    const invoked = registerFunctions(cloud);
    const events = cloud.register(createEvents(cloud));
    const Targets = [{ Id: 't', Arn: TARGET, Input: '{"a":1}' }];
    await applyResource(events, 'AWS::Events::Rule', 'Rule', rule({ State: 'DISABLED', Targets }));
    cloud.clock.advance(86_400_000);
    await cloud.tracker.settle();
    expect(invoked).toEqual([]);
    await events.runRule('tick');
    expect(invoked.map(({ payload }) => payload)).toEqual([{ a: 1 }]);
    await expect(events.runRule('none')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  it('tell when their target refuses', async () => {
    await using cloud = createTestContext();
    registerFunctions(cloud, true);
    const events = cloud.register(createEvents(cloud));
    await applyResource(events, 'AWS::Events::Rule', 'Rule', rule());
    await expect(events.runRule('tick')).rejects.toMatchObject({ code: 'AccessDeniedException' });
    cloud.clock.advance(2 * 3_600_000);
    await cloud.tracker.settle();
    expect(cloud.bus.recent('functionLog')).toMatchObject([
      {
        functionName: 'f',
        stream: 'stderr',
        line: 'The rule tick could not invoke the function: AccessDeniedException: no',
      },
    ]);
  });

  it('of other kinds are not covered', async () => {
    await using cloud = createTestContext();
    const events = cloud.register(createEvents(cloud));
    const queue = [{ Id: 't', Arn: 'arn:aws:sqs:us-east-1:000000000000:q' }];
    for (const more of [{ Targets: queue }, { EventPattern: { source: ['x'] } }]) {
      await expect(applyResource(events, 'AWS::Events::Rule', 'Rule', rule(more))).rejects.toMatchObject({
        code: 'NotCovered',
      });
    }
  });
});

describe('schedules', () => {
  it('invoke as their role', async () => {
    await using cloud = createTestContext();
    const invoked = registerFunctions(cloud);
    const scheduler = cloud.register(createScheduler(cloud));
    await applyResource(scheduler, 'AWS::Scheduler::Schedule', 'Schedule', {
      Name: 's',
      ScheduleExpression: 'cron(0 9 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Tokyo',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: TARGET, RoleArn: 'arn:aws:iam::000000000000:role/r', Input: '{"b":2}' },
    });
    cloud.clock.advance(86_400_000);
    await cloud.tracker.settle();
    const once = {
      principal: { kind: 'role', roleArn: 'arn:aws:iam::000000000000:role/r', sessionName: 's' },
      payload: { b: 2 },
    };
    expect(invoked).toEqual([once]);
    await scheduler.runSchedule('s');
    expect(invoked).toHaveLength(2);
  });
});
