import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/paths.ts';

// All suites, one after another, then one line with the sum: `npm test`. Names of suites as arguments run just those.
interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const SUITES = ['unit', 'integration', 'e2e'] as const;
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'test-report-'));

/** Runs one vitest project. A suite that ended without a report counts as one failure. */
async function runSuite(name: string): Promise<Totals> {
  const report = join(folder, `${name}.json`);
  const args = [
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  const passed = result['numPassedTests'] ?? 0;
  const failed = result['numFailedTests'] ?? 0;
  const skipped = (result['numPendingTests'] ?? 0) + (result['numTodoTests'] ?? 0);
  // A file that could not even be loaded, or a leak behind the last test, fails no single test.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

const total: Totals = { passed: 0, failed: 0, skipped: 0 };
for (const suite of SUITES) {
  if (wanted.length > 0 && !wanted.includes(suite)) continue;
  const totals = await runSuite(suite);
  for (const key of Object.keys(total) as (keyof Totals)[]) total[key] += totals[key];
}
rmSync(folder, { recursive: true, force: true });
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
