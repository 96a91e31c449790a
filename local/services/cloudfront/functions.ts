import { createContext, Script } from 'node:vm';
import { LocalCloudError, notCovered } from '../../core/errors.ts';

/** A header, cookie or query parameter in an event of CloudFront Functions. */
export interface EventValue {
  value: string;
  multiValue?: readonly { value: string }[];
}
export type EventValues = Record<string, EventValue>;

export interface FunctionRequest {
  method: string;
  uri: string;
  querystring: EventValues;
  headers: EventValues;
  cookies: EventValues;
}

export interface FunctionResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: EventValues;
  body?: string | { encoding?: string; data: string };
}

export interface FunctionEvent {
  readonly version: '1.0';
  readonly context: {
    readonly distributionDomainName: string;
    readonly distributionId: string;
    readonly eventType: string;
    readonly requestId: string;
  };
  readonly viewer: { readonly ip: string };
  readonly request: FunctionRequest;
  readonly response?: FunctionResponse;
}

export interface CompiledFunction {
  /** Throws LocalCloudError FunctionFailed with the function's own message. */
  run(event: FunctionEvent): FunctionRequest | FunctionResponse;
}

/** AWS allows about a millisecond of CPU; this only ends endless loops. */
const TIMEOUT_MS = 500;

/**
 * Compiles a CloudFront function. Each run gets a world of its own, as on AWS, without network, timers or `require`.
 * Throws LocalCloudError for a syntax error; NotCovered for the modules that need a key value store or crypto.
 */
export function compileFunction(name: string, code: string, log: (line: string) => void): CompiledFunction {
  if (/^\s*import\s|\brequire\s*\(/m.test(code))
    throw notCovered(`modules in CloudFront functions, as ${name} has`);
  const call = `;Promise.resolve(JSON.parse(input)).then(handler).then(
    (result) => { output = JSON.stringify(result); },
    (error) => { failure = String(error); },
  );`;
  const script = parse(name, `${code}\n${call}`);
  return {
    run(event) {
      const world: Record<string, unknown> = {
        input: JSON.stringify(event),
        console: { log: (...values: unknown[]) => log(values.map(String).join(' ')) },
      };
      // With its own queue of microtasks an async handler ends before the script does, and within the limit.
      const context = createContext(world, { microtaskMode: 'afterEvaluate' });
      try {
        script.runInContext(context, { timeout: TIMEOUT_MS });
      } catch (error) {
        throw failed(name, String(error));
      }
      if (typeof world['failure'] === 'string') throw failed(name, world['failure']);
      if (typeof world['output'] !== 'string') throw failed(name, 'it returned nothing');
      return JSON.parse(world['output']) as FunctionRequest | FunctionResponse;
    },
  };
}

function parse(name: string, code: string): Script {
  try {
    return new Script(code, { filename: `${name}.js` });
  } catch (error) {
    throw failed(name, String(error));
  }
}

function failed(name: string, why: string): LocalCloudError {
  return new LocalCloudError(
    'FunctionFailed',
    `The CloudFront function ${name} failed: ${why}.`,
    'Correct its code.',
  );
}
