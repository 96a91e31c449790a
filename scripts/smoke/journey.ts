import { randomUUID } from 'node:crypto';
import { confirmSignUp, deleteUser, fetchAuthSession, signIn, signOut, signUp } from 'aws-amplify/auth';
import { CONNECTION_STATE_CHANGE, ConnectionState, generateClient } from 'aws-amplify/data';
import { Hub } from 'aws-amplify/utils';
import type { Schema } from '../../amplify/data/resource.ts';

export interface JourneyOptions {
  email: string;
  handle: string;
  /** The confirmation code that the address got. */
  readCode: () => Promise<string>;
}

type Step = (name: string, work: () => Promise<unknown>) => Promise<void>;

/** Throws the first GraphQL error, with its type. */
function expectData<T>(result: {
  data: T;
  errors?: readonly { message: string; errorType?: string }[];
}): NonNullable<T> {
  const [error] = result.errors ?? [];
  if (error) throw new Error(`${error.errorType}: ${error.message}`);
  if (result.data === null || result.data === undefined) throw new Error('No data.');
  return result.data as NonNullable<T>;
}

/**
 * What a new person does first, with the real Amplify client: sign up, confirm, sign in, post, read back as a guest,
 * receive by subscription, sign out. Each step is reported through `step`; the first failure is thrown.
 */
export async function newcomersJourney(options: JourneyOptions, step: Step): Promise<void> {
  const client = generateClient<Schema>();
  const { email, handle } = options;
  const password = `Aa1-${randomUUID()}`;
  const message = `Smoke ${randomUUID()}`;
  const clientId = randomUUID();

  await step('signUp', () =>
    signUp({
      username: email,
      password,
      options: { userAttributes: { email, name: 'Smoke Test', preferred_username: handle } },
    }),
  );
  await step('confirm', async () =>
    confirmSignUp({ username: email, confirmationCode: await options.readCode() }),
  );
  await step('signIn', async () => {
    const { isSignedIn, nextStep } = await signIn({ username: email, password });
    if (!isSignedIn) throw new Error(`Not signed in: ${nextStep.signInStep}`);
  });
  await step('profile', async () => {
    const profile = expectData(await client.mutations.ensureProfile());
    if (profile.handle !== handle) throw new Error(`The profile's handle is ${profile.handle}.`);
  });

  const received = Promise.withResolvers<string>();
  const connected = whenConnected();
  const subscription = client.subscriptions.onActivityCreated().subscribe({
    next: (activity) => received.resolve(activity?.message ?? ''),
    error: received.reject,
  });
  try {
    await step('post', async () => {
      await connected;
      const post = { clientId, message, expiresIn: 'ONE_HOUR' as const };
      expectData(await client.mutations.createActivity(post));
    });
    await step('receive', async () => {
      const text = await received.promise;
      // Somebody else's crud may have been first; it counts as well.
      if (!text) throw new Error('The subscription delivered nothing to read.');
    });
  } finally {
    subscription.unsubscribe();
  }
  await step('refresh', () => fetchAuthSession({ forceRefresh: true }));
  await step('signOut', () => signOut());
  // Signed out, so that the identity pool gives the guest's credentials.
  await step('readAsGuest', async () => {
    const page = expectData(await client.queries.homeFeed({ limit: 20 }, { authMode: 'identityPool' }));
    if (!page.items.some((item) => item.message === message)) throw new Error('The crud is not in the feed.');
  });
  await step('cleanUp', async () => {
    await signIn({ username: email, password });
    await deleteUser();
  });
}

/** Resolves when the client's subscriptions are connected. Call it before subscribing. */
function whenConnected(): Promise<void> {
  return new Promise((resolve) => {
    const stop = Hub.listen('api', ({ payload }) => {
      const data = payload.data as { connectionState?: string } | undefined;
      if (payload.event !== CONNECTION_STATE_CHANGE || data?.connectionState !== ConnectionState.Connected)
        return;
      stop();
      resolve();
    });
  });
}
