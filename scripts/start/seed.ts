import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemo, type SeedTarget } from '../../amplify/seed/seed-demo.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { stateFolder } from '../lib/paths.ts';

/** For the demo accounts of the local cloud alone; it can be reached from this machine only. */
export const DEMO_PASSWORD = 'Fading-Ink-42';

/** Puts the demo data into a fresh local cloud. Returns whether there was anything to do. */
export async function seedOnce(cloud: LocalCloud): Promise<boolean> {
  const marker = join(stateFolder, 'seeded');
  if (existsSync(marker)) return false;
  const { outputs } = await cloud.outputs();
  const { auth, custom } = outputs as {
    auth: { user_pool_id: string };
    custom?: { seed?: Omit<SeedTarget, 'userPoolId'> };
  };
  // A branch's backend says nothing about seeding: it starts empty, as on AWS.
  if (!custom?.seed) return false;
  await seedDemo({ ...custom.seed, userPoolId: auth.user_pool_id }, DEMO_PASSWORD, {
    region: cloud.context.region,
    endpoint: cloud.baseUrl,
    credentials: cloud.developerCredentials,
  });
  writeFileSync(marker, `${new Date().toISOString()}\n`);
  return true;
}
