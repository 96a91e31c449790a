import type { CloudContext } from '../../core/context.ts';
import { notCovered } from '../../core/errors.ts';
import { emitSegment } from '../../core/segment.ts';
import { nextSegment, traceHeader } from '../../core/trace-context.ts';
import type { FunctionConfig } from './functions.ts';
import { requireSize } from './payload-size.ts';
import { createLineSplitter } from './runner/lines.ts';
import type { InstancePool } from './runner/pool.ts';
import type { InstanceResult } from './runner/instance.ts';
import type { FunctionError } from './runner/protocol.ts';

export interface RunResult {
  /** JSON. */
  readonly payload: string;
  readonly functionError?: 'Unhandled' | 'TimedOut';
}

export type RunFunction = (
  config: FunctionConfig,
  event: string,
  requestId: string,
  options?: RunOptions,
) => Promise<RunResult>;

export interface RunOptions {
  readonly clientContext?: string;
  /** Wait for an instance, as asynchronous events do, when the function's reserved concurrency is used up. */
  readonly queue?: boolean;
}

/** Lambda's limit for a synchronous request and, by its error's text, slightly more for a response. */
const RESPONSE_LIMIT = 6_291_556;

/**
 * Runs a function once and tells the bus what it logged and how it ended. Throws AwsError RequestTooLargeException and
 * TooManyRequestsException, LocalCloudError for code that is not covered.
 */
export function createRunFunction(cloud: CloudContext, pool: InstancePool): RunFunction {
  return (config, event, requestId, options = {}) =>
    cloud.tracker.track(run(config, event, requestId, options));

  async function run(
    config: FunctionConfig,
    event: string,
    requestId: string,
    { clientContext, queue }: RunOptions,
  ): Promise<RunResult> {
    requireSize(event, 'RequestResponse');
    const lease = await pool.lease(config, queue);
    const started = performance.now();
    const trace = config.traced ? nextSegment(cloud.clock.now()) : undefined;
    const lines = createLineSplitter((stream, line) =>
      cloud.bus.emit('functionLog', {
        at: cloud.clock.now(),
        functionName: config.name,
        requestId,
        stream,
        line,
      }),
    );
    const timeoutMs = config.timeoutSeconds * 1000;
    const message = {
      requestId,
      event,
      timeoutMs,
      clockOffset: cloud.clock.offset,
      clientContext,
      ...(trace && { traceHeader: traceHeader(trace) }),
    };
    const running = lease.instance.invoke(message, lines.write);
    const result = limitResponse(await withTimeout(running, timeoutMs));
    if (result === 'timeout') await lease.instance.kill();
    lines.end();
    const error =
      result === 'timeout' ? timedOut(config, requestId) : 'error' in result ? result.error : undefined;
    if (trace) {
      emitSegment(cloud, trace, {
        name: config.name,
        origin: 'AWS::Lambda::Function',
        durationMs: performance.now() - started,
        fault: error !== undefined,
        more: { aws: { request_id: requestId } },
      });
    }
    cloud.bus.emit('invocation', {
      at: cloud.clock.now(),
      functionName: config.name,
      requestId,
      durationMs: performance.now() - started,
      cold: lease.cold,
      ...(error === undefined ? {} : { error: `${error.errorType}: ${error.errorMessage}` }),
    });
    lease.release();
    if (error?.errorType === 'Runtime.ImportModuleError' && config.layers.length > 0) {
      throw notCovered(
        `layers: ${config.name} needs something of ${config.layers.join(', ')} (${error.errorMessage})`,
      );
    }
    if (error === undefined) return { payload: (result as { payload: string }).payload };
    return { payload: JSON.stringify(error), functionError: result === 'timeout' ? 'TimedOut' : 'Unhandled' };
  }
}

function limitResponse(result: InstanceResult | 'timeout'): InstanceResult | 'timeout' {
  if (result === 'timeout' || 'error' in result || Buffer.byteLength(result.payload) <= RESPONSE_LIMIT)
    return result;
  return {
    error: {
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: `Response payload size exceeded maximum allowed payload size (${RESPONSE_LIMIT} bytes).`,
    },
  };
}

function timedOut(config: FunctionConfig, requestId: string): FunctionError {
  const seconds = config.timeoutSeconds.toFixed(2);
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
  };
}

/** The wall clock's time, which the local cloud's clock does not move. */
export async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T | 'timeout'> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(() => resolve('timeout'), milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
