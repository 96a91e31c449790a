import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { a } from '@aws-amplify/backend';
import { buildSync } from 'esbuild';

const here = import.meta.dirname;
const outputFolder = join(here, '../../.amplify/resolvers');

/** The name of the data source that reads and writes Postgres. `backend.ts` adds it. */
export const DATABASE = 'Database';
/** The name of the data source that looks handles up, by themselves and by person, and may do nothing else. */
export const HANDLES = 'Handles';
/** The names of the data sources that run a function. */
export const ENSURE_PROFILE = 'EnsureProfile';
export const CHANGE_HANDLE = 'ChangeHandle';
export const DELETE_ACCOUNT = 'DeleteAccount';

/**
 * A resolver of `resolvers/`, written in TypeScript and bundled for APPSYNC_JS: AppSync takes one JavaScript file with
 * no imports but its own, at most 32 KB.
 * @param path the file below `resolvers/`, without `.ts`, for example `activities/create-activity`
 */
export function resolver(path: string, dataSource: string = DATABASE) {
  const outfile = join(outputFolder, `${path.replaceAll('/', '.')}.js`);
  mkdirSync(outputFolder, { recursive: true });
  buildSync({
    entryPoints: [join(here, 'resolvers', `${path}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'esnext',
    platform: 'node',
    external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
    loader: { '.sql': 'text' },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  return a.handler.custom({ dataSource, entry: outfile });
}
