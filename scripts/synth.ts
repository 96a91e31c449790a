import { parseArgs } from 'node:util';
import { synthesize, type BackendType } from './lib/synthesize.ts';
import { explainAndExit } from './lib/explain.ts';

// Writes the cloud assembly of the backend without an account, and prints where it is.
const { values } = parseArgs({ options: { type: { type: 'string', default: 'sandbox' } } });
if (values.type !== 'sandbox' && values.type !== 'branch') {
  console.error(`There is no backend type ${values.type}. Use --type sandbox or --type branch.`);
  process.exit(1);
}
try {
  const { folder, fresh } = await synthesize(values.type satisfies BackendType);
  console.log(`${fresh ? 'Synthesized' : 'Unchanged'}: ${folder}`);
} catch (error) {
  explainAndExit(error);
}
