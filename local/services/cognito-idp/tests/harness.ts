import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsError } from '../../../core/errors.ts';
import type { FunctionInvoker, TokenVerifier } from '../../../core/context.ts';
import type { AwsService } from '../../../core/service.ts';
import { applyResource, createTestContext } from '../../../core/testing.ts';
import type { TestContext } from '../../../core/testing.ts';
import { createCognitoIdp } from '../index.ts';

export const PASSWORD = 'Correct-Horse-7';
const ANONYMOUS = { kind: 'anonymous' } as const;
const DEVELOPER = { kind: 'developer' } as const;

/** A pool like the ones Amplify makes: people sign in with their mail address, upper and lower case alike. */
const EMAIL_POOL = {
  UserPoolName: 'people',
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  AutoVerifiedAttributes: ['email'],
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  VerificationMessageTemplate: { EmailSubject: 'Hello', EmailMessage: 'The code is {####}.' },
  Policies: {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
    },
  },
  Schema: [
    { Name: 'email', Required: true, Mutable: true },
    { Name: 'plan', AttributeDataType: 'String', Mutable: true },
    { Name: 'tenant', AttributeDataType: 'String', Mutable: false },
  ],
};

type Handler = (event: TriggerEvent) => unknown;

export interface TriggerEvent {
  version: string;
  triggerSource: string;
  region: string;
  userPoolId: string;
  userName: string;
  callerContext: { awsSdkVersion: string; clientId: string };
  request: Record<string, unknown>;
  response: Record<string, unknown>;
}

export interface Harness extends AsyncDisposable {
  readonly context: TestContext;
  readonly idp: TokenVerifier;
  readonly poolId: string;
  readonly clientId: string;
  /** Functions by name; what they were called with is in `events`. */
  readonly functions: Map<string, Handler>;
  readonly events: TriggerEvent[];
  /** Calls an operation as an unsigned client does. */
  call(operation: string, input: Record<string, unknown>): Promise<Record<string, never>>;
  /** Calls an operation of the pool as somebody whom IAM allows everything. */
  admin(operation: string, input?: Record<string, unknown>): Promise<Record<string, never>>;
  /** The code of the newest message. */
  code(): string;
  /** Signs a user up and confirms them. */
  person(email?: string): Promise<{ email: string; sub: string }>;
  signIn(email: string, password?: string): Promise<Record<string, never>>;
}

export interface HarnessOptions {
  pool?: Record<string, unknown>;
  client?: Record<string, unknown>;
  stateRoot?: string;
}

/** A pool with one client, in a cloud of its own. */
export async function createHarness(options: HarnessOptions = {}): Promise<Harness> {
  const context = createTestContext({ stateRoot: options.stateRoot });
  const functions = new Map<string, Handler>();
  const events: TriggerEvent[] = [];
  context.register(fakeLambda(functions, events));
  const idp = context.register(createCognitoIdp(context));
  const { ref: poolId } = await applyResource(idp, 'AWS::Cognito::UserPool', 'pool', {
    ...EMAIL_POOL,
    ...options.pool,
  });
  const { ref: clientId } = await applyResource(idp, 'AWS::Cognito::UserPoolClient', 'client', {
    UserPoolId: poolId,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    ...options.client,
  });
  const call = (operation: string, input: Record<string, unknown>) =>
    context.call<Record<string, never>>(ANONYMOUS, 'cognito-idp', operation, input);
  const code = () => context.bus.recent('message').at(-1)?.code ?? '';
  return {
    context,
    idp,
    poolId,
    clientId,
    functions,
    events,
    call,
    code,
    admin: (operation, input = {}) =>
      context.call(DEVELOPER, 'cognito-idp', operation, { UserPoolId: poolId, ...input }),
    async person(email = 'ada@example.com') {
      const { UserSub } = await call('SignUp', {
        ClientId: clientId,
        Username: email,
        Password: PASSWORD,
        UserAttributes: [{ Name: 'email', Value: email }],
      });
      await call('ConfirmSignUp', { ClientId: clientId, Username: email, ConfirmationCode: code() });
      return { email, sub: UserSub as unknown as string };
    },
    async signIn(email, password = PASSWORD) {
      const { AuthenticationResult } = await call('InitiateAuth', {
        ClientId: clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      });
      return AuthenticationResult as unknown as Record<string, never>;
    },
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  };
}

/** Runs plain functions as Lambda would: what they throw is a function error. */
function fakeLambda(functions: Map<string, Handler>, events: TriggerEvent[]): FunctionInvoker {
  return {
    id: 'lambda',
    signingName: 'lambda',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    async invokeFunction({ functionArn, payload }) {
      const handler = functions.get(functionArn);
      if (!handler) throw new AwsError('ResourceNotFoundException', `Function not found: ${functionArn}`);
      const event = structuredClone(payload) as TriggerEvent;
      events.push(structuredClone(event));
      try {
        const answer = (await handler(event)) as { timedOut?: string } | undefined;
        if (answer?.timedOut !== undefined) {
          return { payload: { errorMessage: answer.timedOut }, functionError: 'TimedOut' };
        }
        return { payload: answer ?? null };
      } catch (error) {
        const errorMessage = (error as Error).message;
        return { payload: { errorType: 'Error', errorMessage }, functionError: 'Unhandled' };
      }
    },
  };
}

/** Serves the JSON operations of some services as the gateway would, without signatures, on a random port. */
export async function serve(
  context: TestContext,
  ...services: AwsService[]
): Promise<{ url: string; calls: string[]; close(): Promise<void> }> {
  const calls: string[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [prefix, operation = ''] = String(request.headers['x-amz-target']).split('.');
    const service = services.find(
      ({ protocol }) => protocol.kind === 'json' && protocol.targetPrefix === prefix,
    );
    calls.push(operation);
    try {
      const input: unknown = JSON.parse(Buffer.concat(chunks).toString());
      const output = await context.call({ kind: 'anonymous' }, service?.id ?? '', operation, input);
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(output));
    } catch (error) {
      const { code = 'InternalErrorException', message } = error as AwsError;
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify({ __type: code, message }));
    }
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
