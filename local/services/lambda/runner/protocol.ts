/** What a worker is started with. */
export interface WorkerData {
  readonly codeFolder: string;
  /** `index.handler` */
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly logStream: string;
  /** The local cloud's clock, as it is while the code loads. */
  readonly clockOffset: number;
}

/** To the worker: run once. */
export interface InvokeMessage {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  readonly timeoutMs: number;
  readonly clockOffset: number;
  /** JSON of the client context, as mobile SDKs send it. */
  readonly clientContext?: string;
  /** For `_X_AMZN_TRACE_ID`, where the function is traced. */
  readonly traceHeader?: string;
}

/** From the worker. `ready` and `failedInit` come once, `log` at any time, `done` once for each invocation. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failedInit'; readonly error: FunctionError }
  | { readonly kind: 'log'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'done'; readonly payload: string }
  | { readonly kind: 'failed'; readonly error: FunctionError };

/** The payload of a failed invocation. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}
