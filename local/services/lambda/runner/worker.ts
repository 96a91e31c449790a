// Runs inside a worker thread: loads a function's code as Lambda's Node.js runtime does, and answers invocations.
import { parentPort, workerData } from 'node:worker_threads';
import { loadHandler, type Handler } from './worker-load.ts';
import { createLambdaContext } from './worker-context.ts';
import { moveClock } from './worker-clock.ts';
import { installHooks } from './worker-hooks.ts';
import type { FunctionError, InvokeMessage, WorkerData, WorkerMessage } from './protocol.ts';

const port = parentPort as NonNullable<typeof parentPort>;
const data = workerData as WorkerData;

function send(message: WorkerMessage): void {
  port.postMessage(message);
}

/** Through the port and not by the thread's own streams, so that lines and results keep their order. */
function captureOutput(stream: 'stdout' | 'stderr'): void {
  process[stream].write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    send({
      kind: 'log',
      stream,
      text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'),
    });
    const callback = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
    callback?.();
    return true;
  }) as typeof process.stdout.write;
}

function describeError(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}

/** Runs the handler in each of its styles: a promise, a value, or a callback. */
function runHandler(handler: Handler, message: InvokeMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const context = createLambdaContext(data, message, resolve, reject);
    const callback = (error: unknown, result?: unknown): void =>
      error === null || error === undefined ? resolve(result) : reject(error);
    const returned = handler(JSON.parse(message.event), context, callback);
    if (
      returned instanceof Promise ||
      typeof (returned as PromiseLike<unknown> | undefined)?.then === 'function'
    ) {
      resolve(returned);
    } else if (handler.length < 3 && returned !== undefined) {
      resolve(returned);
    }
  });
}

async function invoke(handler: Handler, message: InvokeMessage): Promise<void> {
  moveClock(message.clockOffset);
  if (message.traceHeader !== undefined) process.env['_X_AMZN_TRACE_ID'] = message.traceHeader;
  try {
    const result = await runHandler(handler, message);
    send({ kind: 'done', payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    send({ kind: 'failed', error: describeError(error) });
  }
}

captureOutput('stdout');
captureOutput('stderr');
moveClock(data.clockOffset);
installHooks(data.codeFolder);
try {
  const handler = await loadHandler(data.codeFolder, data.handler);
  port.on('message', (message: InvokeMessage) => void invoke(handler, message));
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'failedInit', error: describeError(error) });
}
