import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { synthCached, type CachedSynth } from './synth-cache.ts';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'synth-'));
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(project, 'node_modules'));
  mkdirSync(join(project, 'defs'));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  writeFileSync(join(project, 'defs/tsconfig.json'), '{"compilerOptions":{"module":"esnext"}}');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const run = (type: 'sandbox' | 'branch' = 'sandbox'): Promise<CachedSynth> =>
  synthCached({
    projectFolder: project,
    entry: 'defs/backend.ts',
    tsconfig: 'defs/tsconfig.json',
    type,
    name: 'local',
    namespace: 'sample',
    cacheFolder: join(project, 'cache'),
    inputs: ['defs'],
  });
const backend = (code: string): void => writeFileSync(join(project, 'defs/backend.ts'), code);
/** Does what a CDK app does: writes the assembly when it is asked to synthesize. */
const GOOD = `
import { writeFileSync } from 'node:fs';
const context: string = process.env.CDK_CONTEXT_JSON ?? '';
process.on('message', (message) => {
  if (message === 'amplifySynth') writeFileSync(process.env.CDK_OUTDIR + '/manifest.json', context);
});`;

describe('a synth', () => {
  test('is kept while its inputs are the same', async () => {
    backend(GOOD);
    const first = await run();
    expect(first.fresh).toBe(true);
    expect(existsSync(join(first.folder, 'manifest.json'))).toBe(true);
    expect(await run()).toEqual({ folder: first.folder, fresh: false });
    expect((await run('branch')).folder).not.toBe(first.folder);
    backend(`${GOOD} // changed`);
    const changed = await run();
    expect(changed.fresh).toBe(true);
    expect(changed.folder).not.toBe(first.folder);
  });

  test('that fails says what, why, where, and what to do', async () => {
    backend(`
const cause = Object.assign(new TypeError('no such field'), {});
throw Object.assign(new Error('The schema is wrong', { cause }), { name: 'SchemaError', resolution: 'Name the field.' });`);
    await expect(run()).rejects.toMatchObject({
      code: 'SynthFailed',
      message: expect.stringMatching(
        /SchemaError: The schema is wrong\ncaused by TypeError: no such field\nat .*backend\.ts:\d/,
      ),
      resolution: 'Name the field.',
    });
    backend('const x: = 1;');
    await expect(run()).rejects.toThrow(/backend\.ts/);
    backend('process.exit(3);');
    await expect(run()).rejects.toMatchObject({ code: 'SynthFailed' });
  });
});
