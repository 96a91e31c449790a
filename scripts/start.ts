import { parseArgs } from 'node:util';
import { startLocalCloud } from '../local/cloud.ts';
import { dropState } from '../local/cloud/drop-state.ts';
import { createConsole } from '../local/console/index.ts';
import { explainAndExit } from './lib/explain.ts';
import { outputsFile, stateFolder } from './lib/paths.ts';
import { synthesize } from './lib/synthesize.ts';
import { writeOutputs } from './lib/write-outputs.ts';
import { banner } from './start/banner.ts';
import { requireSandbox } from './start/sandbox.ts';
import { seedOnce } from './start/seed.ts';
import { startVite } from './start/vite.ts';
import { watchBackend } from './start/watch.ts';

// Runs the whole of Cruddur on this machine: `npm start`, `npm start -- --reset`, `npm start -- --branch`. With
// `npm start -- --sandbox` only the app runs here, against the backend that `npx ampx sandbox` deployed.
const { values } = parseArgs({
  options: {
    reset: { type: 'boolean', default: false },
    branch: { type: 'boolean', default: false },
    sandbox: { type: 'boolean', default: false },
  },
});
const type = values.branch ? 'branch' : 'sandbox';
const appPort = Number(process.env['PORT'] ?? 5173);
const cloudPort = Number(process.env['CLOUD_PORT'] ?? 4600);
// performance.now() counts from the start of this process.
const started = 0;

async function startWithSandbox(): Promise<void> {
  const backend = requireSandbox();
  const { url, server } = await startVite(appPort);
  const stop = (): void => void server.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  console.log(
    `\n  Cruddur is up: ${url}\n  Backend: ${backend}\n  Ctrl-C stops the app; the backend stays.\n`,
  );
}

async function startWithLocalCloud(): Promise<void> {
  if (values.reset) dropState(stateFolder);
  const assembly = await synthesize(type);
  const cloud = await startLocalCloud({ assembly: assembly.folder, stateFolder, port: cloudPort });
  cloud.setConsole(createConsole(cloud));
  await writeOutputs(cloud, outputsFile);
  const seeded = await seedOnce(cloud);
  const { url, server } = await startVite(appPort);

  const stopWatching = watchBackend(async () => {
    try {
      const { folder, fresh } = await synthesize(type);
      if (!fresh) return;
      await cloud.deploy(folder);
      await writeOutputs(cloud, outputsFile);
      console.log('  The backend changed: deployed.');
    } catch (error) {
      // The old backend keeps serving; the next change tries again.
      console.error(error instanceof Error ? error.message : error);
    }
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    stopWatching();
    await server.close();
    await cloud.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

  const milliseconds = performance.now() - started;
  const withDemo = type === 'sandbox';
  console.log(banner({ appUrl: url, consoleUrl: `${cloud.baseUrl}/`, seeded, withDemo, milliseconds }));
}

try {
  await (values.sandbox ? startWithSandbox() : startWithLocalCloud());
} catch (error) {
  explainAndExit(error);
}
