import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Amplify } from 'aws-amplify';
import { confirmSignUp, signIn, signOut, signUp } from 'aws-amplify/auth';
import { generateClient } from 'aws-amplify/data';
import { afterAll, beforeAll, afterEach, describe, expect, inject, it } from 'vitest';
import type { Schema } from '../../amplify/data/resource.ts';
import { configureAmplify } from '../../scripts/smoke/configure.ts';
import { writeOutputs } from '../../scripts/lib/write-outputs.ts';
import type { RdsData } from '../../local/services/rds-data/index.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';

const PASSWORD = 'Fading-Ink-42';
let test: TestCloud;
const client = generateClient<Schema>();

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'), { services: { rdsData: { resumeDelayMs: 3000 } } });
  const file = join(test.stateFolder, 'outputs.json');
  await writeOutputs(test.cloud, file);
  configureAmplify(file);
});
afterAll(async () => {
  Amplify.configure({});
  await test?.[Symbol.asyncDispose]();
  rmSync(test.stateFolder, { recursive: true, force: true });
});

afterEach(() => signOut());

function database(): RdsData {
  return test.cloud.context.service<RdsData>('rds-data');
}

function register(email: string, handle: string, name = 'Somebody') {
  return signUp({
    username: email,
    password: PASSWORD,
    options: { userAttributes: { email, name, preferred_username: handle } },
  });
}

function codeFor(email: string): string {
  const mail = test.cloud.bus.recent('message').findLast((message) => message.to === email);
  if (!mail?.code) throw new Error(`No mail for ${email}.`);
  return mail.code;
}

async function confirm(email: string): Promise<void> {
  await confirmSignUp({ username: email, confirmationCode: codeFor(email) });
}

describe('signing up', () => {
  it.each([
    ['a handle that is too short', 'ab', 'A handle has at least 3 characters.'],
    ['a handle in another script', 'аda', 'A handle uses only the letters a–z, digits and underscores.'],
    ['a handle that starts with a digit', '1ada', 'A handle starts with a letter.'],
    ['a reserved handle', 'Admin', 'This handle is reserved. Please choose another.'],
    ['markup for a handle', '<b>x</b>', 'A handle uses only the letters a–z, digits and underscores.'],
  ])('refuses %s before the account exists', async (_what, handle, message) => {
    const email = `refused-${crypto.randomUUID()}@example.com`;
    await expect(register(email, handle)).rejects.toMatchObject({
      name: 'UserLambdaValidationException',
      message: expect.stringContaining(message),
    });
    await expect(signIn({ username: email, password: PASSWORD })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    expect(test.cloud.bus.recent('message').some((one) => one.to === email)).toBe(false);
  });

  it('refuses a display name of nothing or of more than 50 characters', async () => {
    await expect(register('blank@example.com', 'blank_name', '   ')).rejects.toThrow(
      'Please enter a display name.',
    );
    await expect(register('long@example.com', 'long_name', '👨‍👩‍👧'.repeat(51))).rejects.toThrow(
      'at most 50 characters',
    );
  });

  it('gives a handle to the first who asks, whatever its case', async () => {
    await register('first@example.com', 'Pioneer');
    await expect(register('second@example.com', 'PIONEER')).rejects.toThrow(
      'This handle is taken. Please choose another.',
    );
    await expect(register('second@example.com', '@pioneer')).rejects.toThrow('This handle is taken.');
  });

  it('gives a handle back when its owner does not confirm within a day', async () => {
    await register('hesitant@example.com', 'hesitant');
    test.cloud.clock.advance(25 * 3600 * 1000);
    await register('decided@example.com', 'hesitant');
    await confirm('decided@example.com');
    // The first one confirms after all, late: they get a handle near it, not none.
    const { resendSignUpCode } = await import('aws-amplify/auth');
    await resendSignUpCode({ username: 'hesitant@example.com' });
    await confirm('hesitant@example.com');
    await signIn({ username: 'hesitant@example.com', password: PASSWORD });
    const { data, errors } = await client.mutations.ensureProfile();
    expect(errors).toBeUndefined();
    expect(data?.handle).toMatch(/^hesitant_\d{4}$/);
  });

  it('works while the database is asleep; the profile comes with the first signed-in request', async () => {
    const [cluster] = database().clusterArns();
    database().pause(cluster!);
    await register('night@example.com', 'night_owl', 'Night Owl');
    expect(database().isPaused(cluster!)).toBe(true);
    await confirm('night@example.com');
    await signIn({ username: 'night@example.com', password: PASSWORD });
    const { data, errors } = await client.mutations.ensureProfile();
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ handle: 'night_owl', displayName: 'Night Owl' });
    expect((await client.queries.me()).data).toMatchObject({ handle: 'night_owl' });
  });

  it('tells what to do about a sleeping database', async () => {
    const [cluster] = database().clusterArns();
    database().pause(cluster!);
    const { data, errors } = await client.queries.homeFeed({}, { authMode: 'identityPool' });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        errorType: 'DatabaseResuming',
        message: 'The database is waking up. Please try again in a few seconds.',
      },
    ]);
    database().resume(cluster!);
    expect((await client.queries.homeFeed({}, { authMode: 'identityPool' })).errors).toBeUndefined();
  });
});
