import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { iconSprite } from './scripts/build/icon-sprite.ts';
import { siteAddressPlugin } from './scripts/build/site-address.ts';

/** Tests build against a backend of their own. */
const OUTPUTS_FILE = process.env['AMPLIFY_OUTPUTS'] ?? join(import.meta.dirname, 'amplify_outputs.json');
interface Outputs {
  auth?: { aws_region?: string };
  data?: Record<string, unknown> & { url?: string };
  custom?: { delivery_url?: string; local_endpoints?: { identity_pool: string } };
}

const OUTPUTS_ID = 'virtual:amplify-outputs';

/**
 * The backend's addresses: `amplify_outputs.json` without the model introspection, which the app doesn't use and every
 * visitor would load. Says what to do when the file is missing.
 */
function amplifyOutputs(): Plugin {
  return {
    name: 'amplify-outputs',
    resolveId: (id) => (id === OUTPUTS_ID ? `\0${OUTPUTS_ID}` : undefined),
    load(id) {
      if (id !== `\0${OUTPUTS_ID}`) return undefined;
      if (!existsSync(OUTPUTS_FILE)) {
        this.error(
          'amplify_outputs.json is missing: it says where the backend is. Locally, `npm start` writes it; for a ' +
            'backend on AWS, `npx ampx sandbox` or `npx ampx generate outputs` does.',
        );
      }
      this.addWatchFile(OUTPUTS_FILE);
      const outputs = JSON.parse(readFileSync(OUTPUTS_FILE, 'utf8')) as Outputs;
      delete outputs.data?.['model_introspection'];
      return `export default ${JSON.stringify(outputs)};`;
    },
  };
}

/**
 * Lets browsers connect to the backend while they load the code that talks to it. Locally also the file that says where
 * Cognito is comes along, which a deployed app doesn't load at all.
 */
function earlyConnections(): Plugin {
  return {
    name: 'early-connections',
    apply: 'build',
    transformIndexHtml(_html, { bundle = {} }) {
      const { auth, data, custom } = JSON.parse(readFileSync(OUTPUTS_FILE, 'utf8')) as Outputs;
      const local = custom?.local_endpoints;
      const identityPool =
        local?.identity_pool ?? (auth && `https://cognito-identity.${auth.aws_region}.amazonaws.com`);
      const asked = new Set([data?.url, identityPool].flatMap((url) => (url ? new URL(url).origin : [])));
      const early = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.name === 'local-endpoints',
      );
      // Not before what says how the page is encoded.
      const injectTo = 'head' as const;
      return [
        ...[...asked].map((href) => ({
          tag: 'link',
          injectTo,
          attrs: { rel: 'preconnect', href, crossorigin: '' },
        })),
        ...(custom?.delivery_url
          ? [
              {
                tag: 'link',
                injectTo,
                attrs: { rel: 'preconnect', href: new URL(custom.delivery_url).origin },
              },
            ]
          : []),
        ...(local && early
          ? [
              {
                tag: 'link',
                injectTo,
                attrs: { rel: 'modulepreload', crossorigin: '', href: `/${early.fileName}` },
              },
            ]
          : []),
      ];
    },
  };
}

export default defineConfig({
  // Which build it is, for what browsers report. Amplify Hosting says the commit.
  define: { 'import.meta.env.VITE_RELEASE': JSON.stringify(process.env['AWS_COMMIT_ID'] ?? 'local') },
  plugins: [react(), amplifyOutputs(), iconSprite(), earlyConnections(), siteAddressPlugin()],
  resolve: {
    alias: [
      {
        find: /^graphql$/,
        replacement: join(import.meta.dirname, 'src/lib/data/realtime/graphql-language.ts'),
      },
    ],
  },
  // The first start of the dev server would otherwise find these one by one and reload the page each time.
  optimizeDeps: {
    include: [
      'react',
      'react-dom/client',
      'react-router',
      '@tanstack/react-query',
      'aws-amplify',
      'aws-amplify/auth',
      'aws-amplify/utils',
      '@aws-amplify/api-graphql',
      '@aws-amplify/core/internals/aws-client-utils',
      '@aws-amplify/core/internals/aws-client-utils/composers',
    ],
  },
  build: {
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // All browsers of the target preload modules by themselves.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Changes seldom: a deploy of the app leaves it in people's caches.
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler|@tanstack)\// },
            // The first page in one file instead of a dozen; what only later screens share stays out of it.
            { name: 'first', tags: ['$initial'], test: (id) => !/\/(main\.tsx|index\.html)$/.test(id) },
          ],
        },
      },
    },
  },
});
