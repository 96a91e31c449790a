import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { buildDemoApp } from '../../../scripts/lib/demo-app.ts';
import { root } from '../../../scripts/lib/paths.ts';
import { findBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served; empty when this machine has no browser, and the tests are skipped. */
    appUrl: string;
    cloudUrl: string;
  }
}

/**
 * One local cloud with the demo data and the production build of the app, for all end-to-end tests. Each test brings
 * people of its own.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!findBrowser()) {
    const message =
      'No Chromium, Chrome or Edge was found. Install one, or say where it is with CHROMIUM_PATH.';
    if (process.env['CI']) throw new Error(message);
    console.warn(`The end-to-end tests are skipped: ${message}`);
    project.provide('appUrl', '');
    project.provide('cloudUrl', '');
    return undefined;
  }
  const { E2E_APP_URL, E2E_CLOUD_URL } = process.env;
  if (E2E_APP_URL && E2E_CLOUD_URL) {
    // An app that runs already: the rehearsal's, as Amplify Hosting would serve it.
    project.provide('appUrl', E2E_APP_URL);
    project.provide('cloudUrl', E2E_CLOUD_URL);
    return undefined;
  }
  // The test runner says `test`, and React would come with its development build.
  process.env['NODE_ENV'] = 'production';
  const app = await buildDemoApp();
  const server = await preview({
    root,
    build: { outDir: app.outDir },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'warn',
  });
  project.provide('appUrl', server.resolvedUrls!.local[0]!);
  project.provide('cloudUrl', app.cloudUrl);
  return async () => {
    await server.close();
    await app.stop();
  };
}
