import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import outputs from 'virtual:amplify-outputs';
import { followSession } from '../features/account/index.ts';
import { prefetchHomeFeed } from '../features/feed/index.ts';

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
  if (location.pathname === '/') void prefetchHomeFeed();
}
