import { measureAlone, measureTogether } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { prepareTarget, type Prepared } from './target.ts';
import type { Plan, Results } from './plan.ts';

// The clients, in a process of their own, as they would be: what they cost is not the cloud's. Told by its parent what to
// measure, and answers with all figures.
process.once('message', (plan: Plan) => {
  measure(plan).then(
    (results) => process.send!(results, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function measure({ served, operations, rounds, clients }: Plan): Promise<Results> {
  await using open = new AsyncDisposableStack();
  const targets: Record<string, Prepared> = {};
  for (const [name, one] of Object.entries(served)) targets[name] = open.use(await prepareTarget(one));
  const results: Results = {};
  for (const name of operations) {
    const operation = OPERATIONS[name]!;
    const alone = await measureAlone(operation, targets, rounds);
    const together = await measureTogether(operation, targets, clients, rounds * 4);
    results[name] = { '1 client': alone, [`${clients} clients`]: together };
    console.error(`${name}: ${JSON.stringify(results[name])}`);
  }
  return results;
}
