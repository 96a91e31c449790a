import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PEOPLE } from './people.ts';
import { seedDemo, type SeedTarget } from './seed-demo.ts';

// `npx ampx sandbox seed`: demo people and their cruds in this sandbox. May run any number of times: it adds nothing twice, and
// gives the demo accounts a new password each time, or that of DEMO_PASSWORD.
const file = join(process.cwd(), 'amplify_outputs.json');
if (!existsSync(file)) {
  throw new Error('amplify_outputs.json is missing. Run `npx ampx sandbox` first; it writes the file.');
}
const outputs = JSON.parse(readFileSync(file, 'utf8')) as {
  auth?: { user_pool_id: string };
  custom?: { seed?: Omit<SeedTarget, 'userPoolId'> };
};
if (!outputs.auth || !outputs.custom?.seed) {
  throw new Error(
    'amplify_outputs.json is not of a sandbox: only those say where demo data go. Run `npx ampx sandbox` again.',
  );
}
const password = process.env['DEMO_PASSWORD'] ?? `Aa1-${randomBytes(9).toString('base64url')}`;
await seedDemo({ ...outputs.custom.seed, userPoolId: outputs.auth.user_pool_id }, password);
console.log(`Sign in as ${DEMO_PEOPLE.map(({ email }) => email).join(', ')} with the password ${password}`);
