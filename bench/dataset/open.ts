import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalCloud, type LocalCloud } from '../../local/cloud.ts';
import type { RdsData } from '../../local/services/rds-data/index.ts';
import { localFolder } from '../../scripts/lib/paths.ts';
import { synthesize } from '../../scripts/lib/synthesize.ts';
import { createPeople, type Person } from '../../tests/support/people.ts';
import { generate, steps } from './generate.ts';
import type { Tier } from './tiers.ts';

/** Cruds fade: data that is older than this is made anew. */
const FRESH_FOR_MS = 24 * 3_600_000;

export interface Dataset extends AsyncDisposable {
  cloud: LocalCloud;
  connectionString: string;
  /** Signed in. The first follows 2,000 people. */
  people: readonly Person[];
}

interface Marker {
  at: number;
  accounts: { id: string; handle: string; email: string }[];
}

/**
 * A local cloud with a tier's data, which is kept in `.local/bench` between runs; made when it is not there, by another
 * generator, or a day old. New migrations are applied to it as they would be on AWS.
 */
export async function openDataset(tier: Tier, log: (line: string) => void): Promise<Dataset> {
  const key = createHash('sha256')
    .update(JSON.stringify([tier, steps]))
    .digest('hex')
    .slice(0, 12);
  const folder = join(localFolder, 'bench');
  const state = join(folder, `${tier.name}-${key}`);
  const marker = join(state, 'generated.json');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const isOther = name.startsWith(`${tier.name}-`) && name !== `${tier.name}-${key}`;
    if (isOther) rmSync(join(folder, name), { recursive: true });
  }
  if (!existsSync(marker) || Date.now() - readMarker(marker).at > FRESH_FOR_MS) {
    rmSync(state, { recursive: true, force: true });
  }
  const { folder: assembly } = await synthesize('sandbox');
  const cloud = await startLocalCloud({ assembly, stateFolder: state, log });
  const rds = cloud.context.service<RdsData>('rds-data');
  const connectionString = await rds.connectionString(rds.clusterArns()[0]!);
  try {
    const maker = await createPeople(cloud);
    const people: Person[] = [];
    if (existsSync(marker)) {
      for (const account of readMarker(marker).accounts) people.push(await maker.known(account));
      return { cloud, connectionString, people, [Symbol.asyncDispose]: () => cloud.stop() };
    }
    for (let n = 0; n < 17; n += 1) people.push(await maker.person(n === 0 ? 'reader' : 'writer'));
    await generate(
      connectionString,
      tier,
      people.map(({ id }) => id),
      log,
    );
    const accounts = people.map(({ id, handle, email }) => ({ id, handle, email }));
    writeFileSync(marker, JSON.stringify({ at: Date.now(), accounts } satisfies Marker));
    return { cloud, connectionString, people, [Symbol.asyncDispose]: () => cloud.stop() };
  } catch (error) {
    await cloud.stop();
    rmSync(state, { recursive: true, force: true });
    throw error;
  }
}

function readMarker(file: string): Marker {
  return JSON.parse(readFileSync(file, 'utf8')) as Marker;
}
