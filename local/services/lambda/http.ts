import { AwsError, notCovered } from '../../core/errors.ts';
import type { HttpRequest, HttpResponse, Operation } from '../../core/service.ts';
import type { InvokeInput, InvokeOutput } from './operations/Invoke.ts';

const INVOCATIONS = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Lambda's REST protocol, of which the local cloud serves Invoke. */
export async function handleLambdaHttp(
  request: HttpRequest,
  invoke: Operation<InvokeInput, InvokeOutput>,
): Promise<HttpResponse | undefined> {
  const match = INVOCATIONS.exec(request.url.pathname);
  if (!match || request.method !== 'POST') {
    if (!/^\/20\d\d-\d\d-\d\d\//.test(request.url.pathname)) return undefined;
    throw notCovered(`lambda's ${request.method} ${request.url.pathname}`);
  }
  const { principal, requestId, headers } = request;
  try {
    const output = await invoke.run(
      {
        FunctionName: decodeURIComponent(match[1] as string),
        InvocationType: headers['x-amz-invocation-type'],
        LogType: headers['x-amz-log-type'],
        ClientContext: headers['x-amz-client-context'],
        Payload: request.body.toString('utf8'),
      },
      { principal, requestId },
    );
    return {
      status: output.StatusCode,
      headers: {
        'x-amzn-requestid': requestId,
        ...(output.ExecutedVersion === undefined ? {} : { 'x-amz-executed-version': output.ExecutedVersion }),
        ...(output.FunctionError === undefined ? {} : { 'x-amz-function-error': output.FunctionError }),
        ...(output.Payload === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: output.Payload ?? '',
    };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return {
      status: error.statusCode,
      headers: {
        'content-type': 'application/json',
        'x-amzn-requestid': requestId,
        'x-amzn-errortype': error.code,
      },
      body: JSON.stringify({ ...error.extra, Message: error.message }),
    };
  }
}
