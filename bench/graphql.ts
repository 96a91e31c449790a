import { readFileSync } from 'node:fs';
import { fetchAuthSession } from 'aws-amplify/auth';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '@aws-crypto/sha256-js';
import pg from 'pg';
import { configureAmplify } from '../scripts/smoke/configure.ts';
import { seedDemoData } from '../scripts/start/seed.ts';
import { sideBySide } from './lib/statistics.ts';
import { startBenchCloud } from './lib/bench-cloud.ts';

// The home feed's GraphQL request (20 items, as a signed guest, over HTTP) beside the same SQL sent straight to the same
// Postgres by `pg`, in turns. `ratio` is what the whole cloud in between costs.
const ROUNDS = Number(process.argv[2] ?? 1000);
await using bench = await startBenchCloud();
configureAmplify(bench.outputsFile);

const { outputs } = await bench.cloud.outputs();
const { data } = outputs as unknown as { data: { url: string } };
await seedDemoData(bench.cloud);

const { credentials } = await fetchAuthSession();
const signer = new SignatureV4({
  credentials: credentials!,
  region: 'us-east-1',
  service: 'appsync',
  sha256: Sha256,
});
const query = `query ($limit: Int) { homeFeed(limit: $limit) { items {
  id clientId message createdAt expiresAt author { id handle displayName createdAt } } cursor } }`;
const body = JSON.stringify({ query, variables: { limit: 20 } });
const url = new URL(data.url);
// Signed once: signing is the client's work, verifying the server's, and a signature holds for minutes.
const signed = await signer.sign({
  method: 'POST',
  protocol: url.protocol,
  hostname: url.hostname,
  port: Number(url.port),
  path: url.pathname,
  headers: { host: url.host, 'content-type': 'application/json' },
  body,
});

async function overGraphql(): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers: signed.headers, body });
  const { data: answer, errors } = (await response.json()) as {
    data?: { homeFeed: { items: unknown[] } };
    errors?: unknown;
  };
  if (errors || answer?.homeFeed.items.length !== 20) throw new Error(JSON.stringify(errors ?? answer));
}

const client = new pg.Client({ connectionString: bench.connectionString });
await client.connect();
const parameters: string[] = [];
const text = readFileSync(new URL('../sql/queries/home_feed.sql', import.meta.url), 'utf8').replace(
  /(?<!:):(\w+)/g,
  (_match, name: string) => {
    if (!parameters.includes(name)) parameters.push(name);
    return `$${parameters.indexOf(name) + 1}`;
  },
);
const values = parameters.map((name) => (name === 'row_limit' ? 21 : null));

async function rawSql(): Promise<void> {
  const { rows } = await client.query({ name: 'home', text, values });
  if (rows.length !== 21) throw new Error(`${rows.length} rows`);
}

const result = await sideBySide(ROUNDS, { graphql: overGraphql, sql: rawSql });
await client.end();
const ratio = Math.round((result['graphql']!.p50 / result['sql']!.p50) * 100) / 100;
console.log(JSON.stringify({ benchmark: 'graphql', unit: 'ms', ...result, ratio, aim: 'ratio ≤ 4' }));
process.exit(0);
