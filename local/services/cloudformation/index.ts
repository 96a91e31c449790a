import type { ResponseInbox } from '../../assembly/custom-resource/response-inbox.ts';
import type { AwsService, HttpRequest, HttpResponse } from '../../core/service.ts';

const RESPONSE_PATH = '/response/';

/** CloudFormation's end of custom resources: where their functions PUT what became of them. */
export function createCloudFormation(inbox: ResponseInbox, inspect: () => unknown): AwsService {
  function handleHttp(request: HttpRequest): Promise<HttpResponse | undefined> {
    const path = request.url.pathname;
    if (request.method !== 'PUT' || !path.startsWith(RESPONSE_PATH)) return Promise.resolve(undefined);
    const { status, reason } = inbox.deliver(path.slice(RESPONSE_PATH.length), request.body.toString('utf8'));
    return Promise.resolve({ status, body: reason ?? '' });
  }
  return {
    id: 'cloudformation',
    signingName: 'cloudformation',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    handleHttp,
    inspect: () => Promise.resolve(inspect()),
  };
}
