import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { resourcesOf } from '../support/templates.ts';
import { createSql } from '../support/sql.ts';
import { createPeople, type People } from '../support/people.ts';

let test: TestCloud;
let people: People;
beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

const report = 'mutation ($events: AWSJSON!) { reportClient(events: $events) }';
const ERROR = { kind: 'error', name: 'TypeError', message: 'x is undefined', page: '/', release: 'test' };

/** The newest request of a field, as the console sees it. */
const newest = (field: string) =>
  test.cloud.bus.recent('graphql').findLast(({ query }) => query.includes(field))!;

it('a request, the function that it runs, and what that calls stand in one trace', async () => {
  const ada = await people.person('ada');
  await ada.ask('mutation { requestImageUpload(kind: AVATAR, contentType: "image/png") { id } }');
  await test.cloud.settle();
  const { traceId } = newest('requestImageUpload');
  const segments = () =>
    test.cloud.bus
      .recent('segment')
      .map(({ document }) => document as Record<string, any>)
      .filter(({ trace_id }) => trace_id === traceId);
  const names = () => segments().map(({ name }) => name as string);
  await expect.poll(names).toEqual(expect.arrayContaining(['cruddur', 'handler']));
  const api = segments().find(({ origin }) => origin === 'AWS::AppSync::GraphQLAPI')!;
  const lambda = segments().find(({ origin }) => origin === 'AWS::Lambda::Function')!;
  expect(lambda['parent_id']).toBe(api['id']);
  const own = segments().find(({ name }) => name === 'handler')!;
  expect(own['parent_id']).toBe(lambda['id']);
  const called = segments().filter(({ parent_id }) => parent_id === own['id']);
  expect(called.map(({ aws }) => aws?.operation)).toContain('ExecuteStatement');
});

it('what a browser reports becomes a log line and a metric, with the trace that failed', async () => {
  const guest = await people.guest();
  const events = [ERROR, { ...ERROR, kind: 'vital', name: 'LCP', value: 1200 }];
  await guest.ask(report, { events: JSON.stringify([{ ...events[0], traceId: '1-a-b' }, events[1]]) });
  await test.cloud.settle();
  const lines = test.cloud.bus.recent('functionLog').map(({ line }) => line);
  const [line] = lines.filter((one) => one.includes('Client error.')).map((one) => JSON.parse(one));
  expect(line).toMatchObject({
    level: 'WARN',
    client: { name: 'TypeError', message: 'x is undefined' },
    failedTrace: '1-a-b',
    service: 'report-client',
    xray_trace_id: newest('reportClient').traceId,
  });
  const metric = lines.map((one) => one.includes('"_aws"') && JSON.parse(one)).find(Boolean);
  expect(metric).toMatchObject({ ClientErrors: 1, LCP: 1200 });
  const [{ Namespace, Dimensions }] = metric._aws.CloudWatchMetrics;
  expect(Namespace).toBe('cruddur-local');
  // As the alarm watches it, or it would never see any.
  const alarm = resourcesOf(inject('branchAssembly')).find(
    ({ Type, Properties }) =>
      Type === 'AWS::CloudWatch::Alarm' && Properties['MetricName'] === 'ClientErrors',
  )!;
  const watched = alarm.Properties['Dimensions'] as { Name: string; Value: string }[];
  expect(Dimensions).toEqual([watched.map(({ Name }) => Name)]);
  for (const { Name, Value } of watched) expect(metric[Name]).toBe(Value);
});

it('an error of ours says under which trace it can be found', async () => {
  const ada = await people.person('ada');
  const sql = await createSql(test.cloud);
  await sql('alter table bookmarks rename to bookmarks_away');
  const { errors } = await ada.graphql('{ bookmarks { cursor } }');
  await sql('alter table bookmarks_away rename to bookmarks');
  expect(errors).toMatchObject([
    { errorType: 'Internal', errorInfo: { traceId: newest('bookmarks').traceId } },
  ]);
});

it('what is no report is refused', async () => {
  const ada = await people.person('ada');
  for (const events of ['{}', '[]', '"x"', JSON.stringify([{ kind: 'error' }])]) {
    expect(await ada.refusal(report, { events })).toBe('InvalidReport');
  }
});
