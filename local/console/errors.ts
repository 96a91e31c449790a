import { AwsError, LocalCloudError } from '../core/errors.ts';

/** The body of every answer that is not 200. */
export interface ConsoleError {
  readonly error: string;
  readonly message: string;
  readonly resolution: string;
}

/** Status and body for anything that a route throws. What is our own fault is 500. */
export function toConsoleError(error: unknown): { status: number; body: ConsoleError } {
  if (error instanceof LocalCloudError) {
    const { code, message, resolution } = error;
    return { status: code === 'NotCovered' ? 501 : 400, body: { error: code, message, resolution } };
  }
  if (error instanceof AwsError) {
    const resolution = 'AWS refuses this as well, in the same words; look at what was asked for.';
    return { status: error.statusCode, body: { error: error.code, message: error.message, resolution } };
  }
  return {
    status: 500,
    body: {
      error: 'Internal',
      message: error instanceof Error ? error.message : String(error),
      resolution: 'This is a fault of the local cloud: its output in the terminal says where.',
    },
  };
}
