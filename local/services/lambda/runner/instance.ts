import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { CloudContext } from '../../../core/context.ts';
import type { FunctionConfig } from '../functions.ts';
import { createEnvironment } from './environment.ts';
import type { FunctionError, InvokeMessage, WorkerData, WorkerMessage } from './protocol.ts';

export type InstanceResult = { readonly payload: string } | { readonly error: FunctionError };

/** One running copy of a function, for one invocation at a time. */
export interface Instance {
  readonly config: FunctionConfig;
  /** When its credentials end, on the cloud's clock. */
  readonly expires: number;
  /** Runs once. After an answer with an error of the runtime (not of the handler) the instance is dead. */
  invoke(
    message: InvokeMessage,
    log: (stream: 'stdout' | 'stderr', text: string) => void,
  ): Promise<InstanceResult>;
  readonly alive: boolean;
  kill(): Promise<void>;
}

const LIFETIME_SECONDS = 12 * 3600;
/** What Node needs beside the function's own memory before it runs at all. */
const LEAST_HEAP_MB = 128;

/** Starts a worker thread for a function; its code loads at once. */
export function startInstance(cloud: CloudContext, config: FunctionConfig, codeFolder: string): Instance {
  const credentials = cloud.iam.issueCredentials(
    { kind: 'role', roleArn: config.roleArn, sessionName: config.name },
    LIFETIME_SECONDS,
  );
  const day = new Date(cloud.clock.now()).toISOString().slice(0, 10).replaceAll('-', '/');
  const logStream = `${day}/[$LATEST]${randomUUID().replaceAll('-', '')}`;
  const data: WorkerData = {
    codeFolder,
    handler: config.handler,
    functionName: config.name,
    functionArn: config.arn,
    memoryMb: config.memoryMb,
    logStream,
    clockOffset: cloud.clock.offset,
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: data,
    env: createEnvironment(cloud, config, codeFolder, logStream, credentials),
    argv: [],
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: Math.max(config.memoryMb, LEAST_HEAP_MB) },
  });
  let alive = true;
  let requestId = '';
  let initError: FunctionError | undefined;
  let answer: ((result: InstanceResult) => void) | undefined;
  let log: ((stream: 'stdout' | 'stderr', text: string) => void) | undefined;
  const early: [stream: 'stdout' | 'stderr', text: string][] = [];

  function settle(result: InstanceResult): void {
    answer?.(result);
    answer = undefined;
    log = undefined;
  }

  function die(error: FunctionError): void {
    alive = false;
    initError ??= error;
    settle({ error });
  }

  worker.unref();
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'log') {
      if (log) log(message.stream, message.text);
      else early.push([message.stream, message.text]);
    } else if (message.kind === 'done') settle({ payload: message.payload });
    else if (message.kind === 'failed') settle({ error: message.error });
    else if (message.kind === 'failedInit') die(message.error);
  });
  worker.on('error', (error: Error & { code?: string }) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    die({
      errorType: outOfMemory ? 'Runtime.OutOfMemory' : error.name,
      errorMessage: outOfMemory
        ? `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`
        : error.message,
      trace: error.stack?.split('\n') ?? [],
    });
  });
  worker.on('exit', (code) => {
    const how = code === 0 ? 'without providing a reason' : `with error: exit status ${code}`;
    die({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${requestId} Error: Runtime exited ${how}`,
    });
  });

  return {
    config,
    expires: credentials.expiration,
    get alive() {
      return alive;
    },
    invoke(message, listener) {
      requestId = message.requestId;
      log = listener;
      for (const [stream, text] of early.splice(0)) listener(stream, text);
      if (initError) return Promise.resolve({ error: initError });
      worker.ref();
      return new Promise<InstanceResult>((resolve) => {
        answer = resolve;
        worker.postMessage(message);
      }).finally(() => worker.unref());
    },
    async kill() {
      alive = false;
      await worker.terminate();
    },
  };
}
