import { randomBytes } from 'node:crypto';
import { LocalCloudError } from '../../core/errors.ts';

/** What a custom resource's function sends to `ResponseURL`. */
export interface CustomResourceResponse {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly Data?: Readonly<Record<string, unknown>>;
}

interface Expected {
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
}

export interface ExpectedResponse {
  /** The end of the `ResponseURL`; good for one response. */
  readonly token: string;
  readonly response: Promise<CustomResourceResponse>;
  /** The function is done. If it failed, or doesn't respond soon after, waiting ends with an error. */
  invocationEnded(functionError: string | undefined): void;
  fail(error: unknown): void;
}

/** The other end of `ResponseURL`: who waits for which response. */
export interface ResponseInbox {
  expect(expected: Expected, timeoutMs: number): ExpectedResponse;
  /** Takes a response's body. Answers the HTTP status: 200, 400 (with why) or 403 for an unknown token. */
  deliver(token: string, body: string): { status: number; reason?: string };
  /** The local cloud stops: nobody can respond any more. */
  close(): void;
}

/** CloudFormation refuses longer responses. */
const MAX_RESPONSE_BYTES = 4096;

/** A response can't come after its function has ended, but for what another function still does for it. */
const GRACE_MS = 5000;

export function createResponseInbox(graceMs = GRACE_MS): ResponseInbox {
  const waiting = new Map<
    string,
    { expected: Expected; resolve: (response: CustomResourceResponse) => void; giveUp(why: string): void }
  >();

  function expectResponse(expected: Expected, timeoutMs: number): ExpectedResponse {
    const token = randomBytes(24).toString('base64url');
    const { promise, resolve, reject } = Promise.withResolvers<CustomResourceResponse>();
    const giveUp = (why: string): void => reject(noResponse(why));
    const timer = setTimeout(() => giveUp(`it didn't respond within ${timeoutMs / 1000} s`), timeoutMs);
    let grace: NodeJS.Timeout | undefined;
    waiting.set(token, { expected, resolve, giveUp });
    const response = promise.finally(() => {
      clearTimeout(timer);
      clearTimeout(grace);
      waiting.delete(token);
    });
    return {
      token,
      response,
      fail: reject,
      invocationEnded(functionError) {
        if (functionError !== undefined) giveUp(functionError);
        else grace = setTimeout(() => giveUp('its function ended without a response'), graceMs);
      },
    };
  }

  return {
    expect: expectResponse,
    close() {
      for (const { giveUp } of waiting.values()) giveUp('the local cloud stopped');
    },
    deliver(token, body) {
      const one = waiting.get(token);
      if (!one) return { status: 403, reason: 'Request has expired' };
      const response = parse(body, one.expected);
      one.resolve(response);
      return { status: 200 };
    },
  };
}

/** Reads a response as CloudFormation does: an invalid one fails the resource. */
function parse(body: string, expected: Expected): CustomResourceResponse {
  const failed = (Reason: string): CustomResourceResponse => ({
    Status: 'FAILED',
    Reason,
    PhysicalResourceId: '',
  });
  if (Buffer.byteLength(body) > MAX_RESPONSE_BYTES) return failed('Response object is too long.');
  let response: Partial<CustomResourceResponse & Expected>;
  try {
    response = JSON.parse(body) as typeof response;
  } catch {
    return failed('Invalid Json from custom resource.');
  }
  for (const name of ['StackId', 'RequestId', 'LogicalResourceId'] as const) {
    if (response[name] !== expected[name])
      return failed(`Invalid response object: Value of property ${name} must match`);
  }
  if (response.Status === 'FAILED') return failed(response.Reason ?? 'Unspecified reason');
  if (response.Status !== 'SUCCESS')
    return failed('Invalid response object: Status must be SUCCESS or FAILED');
  if (!response.PhysicalResourceId) return failed('Invalid PhysicalResourceId');
  return response as CustomResourceResponse;
}

function noResponse(why: string): LocalCloudError {
  return new LocalCloudError(
    'CustomResourceNoResponse',
    `CloudFormation did not receive a response from your Custom Resource: ${why}.`,
    'The function must PUT its response to event.ResponseURL, over http as well as https.',
  );
}
