import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inBulk } from './bulk.ts';
import type { Tier } from './tiers.ts';
import { verify } from './verify.ts';

const folder = join(import.meta.dirname, 'steps');
export const steps: readonly { name: string; sql: string }[] = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));

/**
 * Fills a database that holds the schema and the profiles of some accounts, and nothing else. The same tier and accounts
 * give the same rows, their times relative to now. Throws when a counter is not exact.
 * @param accounts ids of those profiles; the first is the reader, who follows many
 */
export async function generate(
  connectionString: string,
  tier: Tier,
  accounts: readonly string[],
  log: (line: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const settings = {
      'bench.start': new Date().toISOString(),
      'bench.accounts': JSON.stringify(accounts),
      'bench.people': tier.people,
      'bench.followed': tier.followed,
      'bench.replies_of_one': tier.repliesOfOne,
      'bench.cruds': tier.cruds,
      'bench.replies': tier.replies,
      'bench.likes': tier.likes,
      'bench.likes_of_one': tier.likesOfOne,
      work_mem: '256MB',
      maintenance_work_mem: '512MB',
      synchronous_commit: 'off',
    };
    for (const [name, value] of Object.entries(settings)) {
      await client.query('select set_config($1, $2, false)', [name, String(value)]);
    }
    let start = performance.now();
    const tick = (what: string): void => {
      log(`${tier.name}: ${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      start = performance.now();
    };
    await inBulk(client, async () => {
      for (const { name, sql } of steps) {
        await client.query(sql);
        tick(name);
      }
    });
    tick('indexes and foreign keys');
    await verify(client, tier);
    tick('verified');
  } finally {
    await client.end();
  }
}
