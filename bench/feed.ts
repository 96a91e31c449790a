import { openDataset } from './dataset/open.ts';
import { TIERS } from './dataset/tiers.ts';
import { measureAlone, measureTogether, type Measured } from './feed/measure.ts';
import { OPERATIONS } from './feed/operations.ts';
import { prepareTarget, type Prepared } from './feed/target.ts';

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
const operations = named(Object.entries(OPERATIONS), ([name]) => name);
const log = (line: string): void => console.error(line);

await using open = new AsyncDisposableStack();
const targets: Record<string, Prepared> = {};
for (const tier of tiers) {
  const dataset = open.use(await openDataset(tier, log));
  targets[tier.name] = open.use(await prepareTarget(dataset));
}

const results: Record<string, Record<string, Record<string, Measured>>> = {};
for (const [name, operation] of operations) {
  const alone = await measureAlone(operation, targets, Number(rounds));
  const together = await measureTogether(operation, targets, 16, Number(rounds) * 4);
  results[name] = { '1 client': alone, '16 clients': together };
  log(`${name}: ${JSON.stringify(results[name])}`);
}

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
