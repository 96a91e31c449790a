// Runs in a child process under tsx: imports a backend's entry and asks the CDK app that it made to synthesize.
// What goes wrong is told on file descriptor 3, as JSON, since stderr is full of build tools' chatter.
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

function describe(error) {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, resolution, cause } = error;
  return { name, message, stack, resolution, cause: cause === undefined ? undefined : describe(cause) };
}

function fail(error) {
  writeSync(3, JSON.stringify(describe(error)));
  process.exit(1);
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
try {
  await import(pathToFileURL(process.argv[2]).href);
  process.emit('message', 'amplifySynth');
} catch (error) {
  fail(error);
}
