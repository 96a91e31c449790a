import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import outputs from 'virtual:amplify-outputs';
import { followSession } from '../features/account/index.ts';
import { prefetchHomeFeed } from '../features/feed/index.ts';
import { guestSession } from '../lib/data/transport.ts';
import { session } from '../lib/session/session.ts';

/** Tells Amplify where the backend is. The only place of the app that may know that it runs on a laptop. */
export async function startUp(): Promise<void> {
  const config = parseAmplifyConfig(outputs);
  const local = outputs.custom?.local_endpoints;
  if (local) {
    const { pointAtThisMachine } = await import('./local-endpoints.ts');
    pointAtThisMachine(config, local);
  }
  Amplify.configure(config);
  void followSession();
  void prepareGuest();
  if (location.pathname === '/') void prefetchHomeFeed();
}

/** A visitor's credentials are asked for while the code of the screen is on its way. */
async function prepareGuest(): Promise<void> {
  if ((await session.known()).status !== 'guest') return;
  // When it fails, what needs them asks again, and says why not.
  await guestSession().catch(() => undefined);
}
