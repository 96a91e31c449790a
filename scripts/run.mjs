// Runs one of the project's TypeScript programs: `node scripts/run.mjs scripts/start.ts --reset`.
// npm itself may be on any Node. This file runs there: it installs what is missing, then starts the program with the
// Node that package-lock.json pins.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-lock');
const REQUIRED_MAJOR = 24;

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  const marker = join(modules, '.package-lock.json');
  if (!existsSync(marker)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash();
  // Installed by hand: fine when that was after the lock file last changed.
  return statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  console.log('Installing the packages (once, about two minutes)…');
  const npm = process.env.npm_execpath
    ? spawnSync(process.execPath, [process.env.npm_execpath, 'ci'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error('\n`npm ci` failed. Correct what it says above, then start again.');
    process.exit(npm.status ?? 1);
  }
}

function pinnedNode() {
  const binary = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  // Install scripts are off: this machine's own Node serves when it is new enough.
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return process.execPath;
  console.error(
    `Node ${REQUIRED_MAJOR} is needed, and this is ${process.version}. The package \`node\` brings it, but its install ` +
      'script did not run.\nRun `npm rebuild node`, or use a newer Node.',
  );
  return process.exit(1);
}

if (!isInstalled()) install();
writeFileSync(stamp, lockHash());
const node = pinnedNode();
const [program, ...rest] = process.argv.slice(2);
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, program), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [dirname(node), join(modules, '.bin'), process.env.PATH].join(
      process.platform === 'win32' ? ';' : ':',
    ),
  },
});
// Ctrl-C reaches the child too, and the child decides; this waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT') child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
