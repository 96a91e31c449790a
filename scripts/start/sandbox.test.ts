import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { requireSandbox } from './sandbox.ts';

const fileOf = (content: object): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'outputs-')), 'amplify_outputs.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const auth = { aws_region: 'eu-central-1', user_pool_id: 'eu-central-1_abc' };

it('takes the outputs of a sandbox', () => {
  expect(requireSandbox(fileOf({ auth }))).toBe('eu-central-1_abc in eu-central-1');
});

it.each<[string, string, RegExp]>([
  ['no file', '/nowhere/amplify_outputs.json', /is missing/],
  ['the local cloud’s', fileOf({ auth, custom: { local_endpoints: {} } }), /is the local cloud’s/],
  ['an empty one, as ampx writes it first', fileOf({ version: '1.5' }), /holds no backend/],
])('says what to do about %s', (_what, file, message) => {
  expect(() => requireSandbox(file)).toThrow(message);
});
