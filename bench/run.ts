import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// `npm run bench -- NAME [options]` runs bench/NAME.ts with this Node; each prints one JSON document.
const [name, ...rest] = process.argv.slice(2);
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3));
if (!name || !known.includes(name)) {
  console.error(
    `${name ? `There is no benchmark ${name}. ` : ''}Choose one: npm run bench -- ${known.join(' | ')}`,
  );
  process.exit(1);
}
const file = join(import.meta.dirname, `${name}.ts`);
if (!existsSync(file)) throw new Error(`${file} is missing.`);
const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...rest], {
  stdio: 'inherit',
});
child.on('exit', (code) => process.exit(code ?? 1));
