import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud, type LocalCloud } from '../../local/cloud.ts';
import type { RdsData } from '../../local/services/rds-data/index.ts';
import { synthesize } from '../../scripts/lib/synthesize.ts';
import { writeOutputs } from '../../scripts/lib/write-outputs.ts';

export interface BenchCloud extends AsyncDisposable {
  cloud: LocalCloud;
  outputsFile: string;
  /** A connection string of the app's own database, for raw SQL beside GraphQL. */
  connectionString: string;
}

/** A local cloud of the benchmark's own, on a random port and a state folder that goes with it. */
export async function startBenchCloud(): Promise<BenchCloud> {
  const { folder: assembly } = await synthesize('sandbox');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const cloud = await startLocalCloud({ assembly, stateFolder: join(folder, 'state') });
  const outputsFile = join(folder, 'amplify_outputs.json');
  await writeOutputs(cloud, outputsFile);
  const database = cloud.context.service<RdsData>('rds-data');
  return {
    cloud,
    outputsFile,
    connectionString: await database.connectionString(database.clusterArns()[0]!),
    async [Symbol.asyncDispose]() {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
