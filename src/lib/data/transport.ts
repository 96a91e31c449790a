import { Amplify } from 'aws-amplify';
import { fetchAuthSession } from 'aws-amplify/auth';
import {
  fetchTransferHandler,
  getRetryDecider,
  jitteredBackoff,
  parseJsonError,
  retryMiddlewareFactory,
  signingMiddlewareFactory,
  type HttpRequest,
  type HttpResponse,
  type RetryOptions,
  type SigningOptions,
} from '@aws-amplify/core/internals/aws-client-utils';
import { composeTransferHandler } from '@aws-amplify/core/internals/aws-client-utils/composers';
import { AppError } from '../errors/app-error.ts';

export type AuthMode = 'identityPool' | 'userPool';

// As Amplify's own GraphQL client puts them together, which would bring subscriptions, models and a GraphQL parser into
// the first page (docs/adr/0012). Both try again when the network or the service stumbles.
const sendWithToken = composeTransferHandler<
  [RetryOptions<HttpResponse>],
  HttpRequest,
  HttpResponse,
  typeof fetchTransferHandler
>(fetchTransferHandler, [retryMiddlewareFactory]);
const sendSigned = composeTransferHandler<
  [RetryOptions<HttpResponse>, SigningOptions],
  HttpRequest,
  HttpResponse,
  typeof fetchTransferHandler
>(fetchTransferHandler, [retryMiddlewareFactory, signingMiddlewareFactory]);

const RETRY = { retryDecider: getRetryDecider(parseJsonError), computeDelay: jitteredBackoff };

let asked: ReturnType<typeof fetchAuthSession> | undefined;

/**
 * A guest's credentials of the identity pool: two round trips at a first visit, so what asks at the same time asks once.
 * Throws what Amplify throws.
 */
export function guestSession(): ReturnType<typeof fetchAuthSession> {
  asked ??= fetchAuthSession().finally(() => {
    asked = undefined;
  });
  return asked;
}

/**
 * Posts a GraphQL query or mutation to the API: with the person's access token, or signed as the identity pool's guest.
 * Returns `data`. Throws what the answer says as `{ data, errors }`, and AppError.
 * @param token an access token to take instead of the session's
 */
export async function postGraphql(
  query: string,
  variables: object,
  authMode: AuthMode,
  token?: string,
): Promise<unknown> {
  const { endpoint, region = '' } = Amplify.getConfig().API!.GraphQL!;
  const body = JSON.stringify({ query, variables });
  const request = { method: 'POST', url: new URL(endpoint), body };
  const type = { 'content-type': 'application/json; charset=UTF-8' };
  let response: HttpResponse;
  if (authMode === 'userPool') {
    // Not `fetchAuthSession`: that also asks the identity pool for credentials, which a token makes needless.
    const authorization = token ?? (await Amplify.getTokens({}))?.accessToken.toString();
    if (!authorization) throw new AppError('SignedOut', 'There are no tokens.');
    const headers = { ...type, authorization };
    response = await sendWithToken({ ...request, headers }, RETRY);
  } else {
    const { credentials } = await guestSession();
    if (!credentials) throw new AppError('Internal', 'The identity pool gave no credentials.');
    const signing = { credentials, region, service: 'appsync' };
    response = await sendSigned({ ...request, headers: type }, { ...RETRY, ...signing });
  }
  return dataOf(response);
}

async function dataOf({ statusCode, body }: HttpResponse): Promise<unknown> {
  const answer = (await body.json()) as { data?: unknown; errors?: readonly unknown[] };
  if (answer.errors?.length) throw { data: answer.data, errors: answer.errors };
  if (statusCode >= 300) throw new AppError('Internal', `The API answered ${statusCode}.`);
  return answer.data;
}
