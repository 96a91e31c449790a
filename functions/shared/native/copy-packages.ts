import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies packages that cannot be bundled, with what they depend on and with their binaries for Lambda, into a
 * function's folder. The machine's own binaries stay behind: a function that runs on this machine finds them above.
 * Throws when a package or its binaries are not installed.
 */
export function copyNativePackages(root: string, names: readonly string[], outputFolder: string): void {
  const target = join(outputFolder, 'node_modules');
  for (const name of withDependencies(root, names)) {
    cpSync(join(root, 'node_modules', name), join(target, name), { recursive: true });
  }
  const script = join(import.meta.dirname, 'install.mjs');
  const installed = execFileSync(process.execPath, [script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const binaries = join(installed.trim(), 'node_modules', '@img');
  for (const name of readdirSync(binaries).filter((one) => one.endsWith('-linux-arm64'))) {
    cpSync(join(binaries, name), join(target, '@img', name), { recursive: true });
  }
}

/** Without the optional ones, which are binaries for other machines. */
function withDependencies(root: string, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const manifest = join(root, 'node_modules', name, 'package.json');
    if (!existsSync(manifest)) throw new Error(`The package ${name} is not installed. Run \`npm ci\`.`);
    const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    queue.push(...Object.keys(dependencies));
  }
  return found;
}
