import { serveAsAmplify } from '../rehearse/hosting.ts';
import { buildDemoApp } from './demo-app.ts';
import { root } from './paths.ts';

/** The production build of the app against a local cloud with the demo data, served as Amplify Hosting does. */
export async function startBuiltApp(): Promise<{ url: string; stop: () => Promise<void> }> {
  const app = await buildDemoApp();
  const hosting = await serveAsAmplify(root, app.outDir, app.cloudUrl);
  return {
    url: hosting.url,
    async stop() {
      await hosting[Symbol.asyncDispose]();
      await app.stop();
    },
  };
}
