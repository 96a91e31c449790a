import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemo, type SeedTarget } from '../../amplify/seed/seed-demo.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { stateFolder } from '../lib/paths.ts';

/** For the demo accounts of the local cloud alone; it can be reached from this machine only. */
export const DEMO_PASSWORD = 'Fading-Ink-42';

/** Puts the demo data into a local cloud. Returns whether its backend takes any: a branch's starts empty, as on AWS. */
export async function seedDemoData(cloud: LocalCloud): Promise<boolean> {
  const { outputs } = await cloud.outputs();
  const { auth, custom } = outputs as {
    auth: { user_pool_id: string };
    custom?: { seed?: Omit<SeedTarget, 'userPoolId'> };
  };
  if (!custom?.seed) return false;
  await seedDemo({ ...custom.seed, userPoolId: auth.user_pool_id }, DEMO_PASSWORD, {
    region: cloud.context.region,
    endpoint: cloud.baseUrl,
    credentials: cloud.developerCredentials,
  });
  return true;
}

/** The same for `npm start`: once for a state folder. Returns whether there was anything to do. */
export async function seedOnce(cloud: LocalCloud): Promise<boolean> {
  const marker = join(stateFolder, 'seeded');
  if (existsSync(marker) || !(await seedDemoData(cloud))) return false;
  writeFileSync(marker, `${new Date().toISOString()}\n`);
  return true;
}
