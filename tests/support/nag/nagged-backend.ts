import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsSolutionsChecks } from 'cdk-nag';
import { backend } from '../../../amplify/backend.ts';

// The backend as it is, and beside its assembly what the AWS Solutions pack has to say of it.
const app = backend.stack.node.root;
const pack = new AwsSolutionsChecks();
process.prependListener('message', (message) => {
  if (message !== 'amplifySynth') return;
  process.once('exit', () => {
    writeFileSync(
      join(process.env['CDK_OUTDIR']!, 'nag.json'),
      JSON.stringify(pack.validateScope(app), undefined, 1),
    );
  });
});
