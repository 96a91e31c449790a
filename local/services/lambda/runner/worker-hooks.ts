import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages that Lambda's Node.js runtimes bring along. */
const PROVIDED = /^(@aws-sdk|@smithy|@aws-crypto)\//;

/**
 * Makes module resolution as it is in Lambda: the AWS SDK is there though the bundle lacks it (it comes from this
 * project's node_modules), and a `.js` file without a package.json is CommonJS, whatever the folders above say.
 */
export function installHooks(codeFolder: string): void {
  const inside = `${pathToFileURL(codeFolder).href}/`;
  const ours = createRequire(import.meta.url);
  const hasManifest = existsSync(join(codeFolder, 'package.json'));
  registerHooks({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        if (!PROVIDED.test(specifier)) throw error;
        // `require` resolves from its module whatever the hook says.
        if (context.conditions.includes('require')) {
          return { url: pathToFileURL(ours.resolve(specifier)).href, shortCircuit: true };
        }
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
    },
    load(url, context, next) {
      const plain = url.startsWith(inside) && url.endsWith('.js') && !url.includes('/node_modules/');
      return next(url, plain && !hasManifest ? { ...context, format: 'commonjs' } : context);
    },
  });
}
