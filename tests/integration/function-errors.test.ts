import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';
import { createPeople, PASSWORD, type People } from '../support/people.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { resourcesOf } from '../support/templates.ts';

// What the alarm «function-errors» counts: the patterns of the branch's metric filters, held against what functions log.

let test: TestCloud;
let people: People;
beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

const patterns = resourcesOf(inject('branchAssembly'))
  .filter(
    ({ Type, Properties }) =>
      Type === 'AWS::Logs::MetricFilter' &&
      Properties['MetricTransformations'][0].MetricName === 'FunctionErrors',
  )
  .map(({ Properties }) => Properties['FilterPattern'] as string);

/** The terms of `?"one" ?"or another"`. */
function terms(pattern: string): string[] {
  return [...pattern.matchAll(/\?"((?:[^"\\]|\\.)*)"/g)].map(([, term]) => term!.replaceAll('\\"', '"'));
}

async function signUp(handle: string): Promise<unknown> {
  const { outputs } = await test.cloud.outputs();
  const { user_pool_client_id: ClientId } = (outputs as { auth: { user_pool_client_id: string } }).auth;
  const attributes = { email: `${handle}@example.org`, preferred_username: handle, name: 'Ada' };
  return people.cognito.send(
    new SignUpCommand({
      ClientId,
      Username: attributes.email,
      Password: PASSWORD,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
}

/** The lines of a function's log that the alarm counts. */
async function counted(service: string): Promise<string[]> {
  await test.cloud.settle();
  const lines = test.cloud.bus.recent('functionLog').map(({ line }) => line);
  const own = lines.filter((line) => line.includes(`"service":"${service}"`));
  return own.filter((line) => terms(patterns[0]!).some((term) => line.includes(term)));
}

/** Runs a function that has run before. */
async function invoke(
  service: string,
  payload: object,
): Promise<{ FunctionError?: string; Payload?: string }> {
  const word = service.replaceAll('-', '');
  const { functionName } = test.cloud.bus
    .recent('invocation')
    .find((one) => one.functionName.toLowerCase().includes(word))!;
  const input = { FunctionName: functionName, Payload: JSON.stringify(payload) };
  return await test.cloud.context.call({ kind: 'developer' }, 'lambda', 'Invoke', input);
}

it('every function is watched, by one pattern', () => {
  const ours = resourcesOf(inject('branchAssembly')).filter(
    ({ Type, Properties }) =>
      Type === 'AWS::Lambda::Function' &&
      Properties['Environment']?.Variables?.POWERTOOLS_SERVICE_NAME !== undefined,
  );
  expect(ours.length).toBeGreaterThan(10);
  expect(patterns.length).toBeGreaterThanOrEqual(ours.length);
  expect(new Set(patterns).size).toBe(1);
  expect(terms(patterns[0]!)).toContain('"level":"ERROR"');
});

it('every function logs what it throws', () => {
  const handlers = globSync('functions/*/handler.ts', { cwd: root });
  expect(handlers.length).toBeGreaterThan(10);
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const silent = handlers.filter((path) => !/^export const handler(: \w+)? = observed\(/m.test(text(path)));
  expect(silent).toEqual([]);
});

it('a taken handle and a closed account are no errors', async () => {
  const ada = await people.person('ada');
  await expect(signUp(ada.handle)).rejects.toThrow('This handle is taken.');
  expect(await counted('pre-sign-up')).toEqual([]);

  // Asked directly: the local AppSync refuses the tokens of closed accounts before.
  const caller = { userId: ada.id, username: ada.email };
  const before = await invoke('ensure-profile', caller);
  expect(JSON.parse(before.Payload!)).toMatchObject({ item: { handle: ada.handle } });
  const account = { UserPoolId: people.userPoolId, Username: ada.email };
  for (const command of [new AdminDisableUserCommand(account), new AdminDeleteUserCommand(account)]) {
    await people.cognito.send(command as AdminDeleteUserCommand);
    const { FunctionError, Payload } = await invoke('ensure-profile', caller);
    expect(FunctionError).toBeUndefined();
    expect(JSON.parse(Payload!)).toMatchObject({ refusal: { type: 'AccountClosed' } });
  }
  expect(await counted('ensure-profile')).toEqual([]);
});

it('what nobody expected is one error', async () => {
  // No event of Cognito's.
  const answer = await invoke('pre-sign-up', { triggerSource: 'PreSignUp_SignUp' });
  expect(answer).toMatchObject({ FunctionError: 'Unhandled' });
  const [line, ...more] = await counted('pre-sign-up');
  expect(JSON.parse(line!)).toMatchObject({
    level: 'ERROR',
    message: 'Failed.',
    error: { name: 'TypeError' },
  });
  expect(more).toEqual([]);
});
