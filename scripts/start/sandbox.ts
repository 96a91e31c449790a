import { existsSync, readFileSync } from 'node:fs';
import { LocalCloudError } from '../../local/core/errors.ts';
import { outputsFile } from '../lib/paths.ts';

/**
 * Checks that `amplify_outputs.json` is of a sandbox on AWS, for `npm start -- --sandbox`.
 * Throws LocalCloudError NoSandbox that says what to do.
 * @returns where it is, in words
 */
export function requireSandbox(file = outputsFile): string {
  if (!existsSync(file)) throw noSandbox('amplify_outputs.json is missing.');
  const outputs = JSON.parse(readFileSync(file, 'utf8')) as {
    auth?: { aws_region?: string; user_pool_id?: string };
    custom?: { local_endpoints?: unknown };
  };
  if (outputs.custom?.local_endpoints) {
    throw noSandbox('amplify_outputs.json is the local cloud’s: `npm start` wrote it.');
  }
  if (!outputs.auth?.user_pool_id) throw noSandbox('amplify_outputs.json holds no backend.');
  return `${outputs.auth.user_pool_id} in ${outputs.auth.aws_region ?? 'an unknown region'}`;
}

function noSandbox(what: string): LocalCloudError {
  return new LocalCloudError(
    'NoSandbox',
    what,
    'Run `npx ampx sandbox`, which deploys your backend and writes the file, then `npm start -- --sandbox` again. When it is ' +
      'deployed already, `npx ampx generate outputs --stack <its name>` writes it too.',
  );
}
