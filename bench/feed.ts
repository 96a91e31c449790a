import { openDataset } from './dataset/open.ts';
import { TIERS } from './dataset/tiers.ts';
import { OPERATIONS } from './feed/operations.ts';
import { measureElsewhere, type Served } from './feed/plan.ts';
import { graphqlUrl } from '../tests/support/raw-graphql.ts';

// What people do with cruds, through GraphQL over HTTP, and beside each the same SQL sent straight to the same Postgres;
// with 10 thousand, 100 thousand and a million cruds, by one client and by sixteen. The sizes take turns, so that
// whatever else the machine does hits all alike. The first run makes the data, which takes some minutes.
//   npm run bench -- feed [ROUNDS] [SIZE or OPERATION …]
const [rounds = '100', ...names] = process.argv.slice(2);
const named = <T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] => {
  const some = all.filter((one) => names.includes(nameOf(one)));
  return some.length ? some : all;
};
const tiers = named(TIERS, ({ name }) => name);
const operations = named(Object.keys(OPERATIONS), (name) => name);
const log = (line: string): void => console.error(line);

await using open = new AsyncDisposableStack();
const served: Record<string, Served> = {};
for (const tier of tiers) {
  const { cloud, connectionString, people } = open.use(await openDataset(tier, log));
  served[tier.name] = {
    url: await graphqlUrl(cloud),
    connectionString,
    people: people.map(({ id, token }) => ({ id, token })),
  };
}
const results = await measureElsewhere({ served, operations, rounds: Number(rounds), clients: 16 });

const [least, most] = [tiers[0]!.name, tiers.at(-1)!.name];
const flat = Object.fromEntries(
  Object.entries(results).map(([name, { '1 client': one }]) => {
    const growth = (way: 'graphql' | 'sql'): number =>
      Math.round((one![most]![way].p50 / one![least]![way].p50) * 100) / 100;
    return [name, { graphql: growth('graphql'), sql: growth('sql'), overSql: one![most]!.ratio }];
  }),
);
console.log(
  JSON.stringify({
    benchmark: 'feed',
    unit: 'ms; perSecond: requests a second',
    tiers,
    results,
    flat,
    aim: `p50 at ${most} ≤ 1.5 × p50 at ${least}; overSql ≤ 4`,
  }),
);
await open.disposeAsync();
process.exit(0);
