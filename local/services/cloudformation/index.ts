import type { ResponseInbox } from '../../assembly/custom-resource/response-inbox.ts';
import type { DeploymentState } from '../../assembly/deploy/state-file.ts';
import type { CloudContext } from '../../core/context.ts';
import type { AwsService, HttpRequest, HttpResponse } from '../../core/service.ts';
import { handleQuery } from '../../gateway/query-protocol.ts';
import type { CloudFormation } from './cloudformation.ts';
import { queryService } from './query.ts';
import { createStackEvents } from './stacks/events.ts';
import { createRunner, type Deployer } from './stacks/run.ts';
import { createStackStore } from './stacks/store.ts';

const RESPONSE_PATH = '/response/';

export interface CloudFormationService extends AwsService {
  /** The folder and parameters of the stack that was deployed over the wire, for the next start. */
  deployed(): { folder: string; parameters: Readonly<Record<string, string>> } | undefined;
}

export interface CloudFormationOptions {
  readonly cloud: CloudContext;
  readonly inbox: ResponseInbox;
  readonly state: DeploymentState;
  readonly deployer: Deployer;
}

/** CloudFormation: its wire operations, and the place where custom resources' functions PUT what became of them. */
export function createCloudFormation(options: CloudFormationOptions): CloudFormationService {
  const { cloud, inbox, state, deployer } = options;
  const store = createStackStore(cloud.stateFolder('cloudformation'));
  const events = createStackEvents(cloud.clock);
  const runner = createRunner({ cloud, store, events, deployer });
  const service: CloudFormation = { cloud, store, events, runner, applied: () => state.entries() };
  const query = queryService(service);

  function handleHttp(request: HttpRequest): Promise<HttpResponse | undefined> {
    const path = request.url.pathname;
    if (request.method !== 'PUT' || !path.startsWith(RESPONSE_PATH)) return handleQuery(query, request);
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
    inspect: () => Promise.resolve(state.entries()),
    deployed() {
      const stack = store.live();
      return stack && /^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.status)
        ? stack.current
        : undefined;
    },
  };
}
