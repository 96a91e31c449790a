import { generateClient } from 'aws-amplify/data';

/** What the app uses of Amplify's data client: documents with their own selection sets. */
interface GraphqlClient {
  /** Answers a promise, and for a subscription an observable. */
  graphql(options: {
    query: string;
    variables?: Record<string, unknown>;
    authMode: 'identityPool' | 'userPool';
    /** An access token to take instead of the session's. */
    authToken?: string;
  }): unknown;
}

let client: GraphqlClient | undefined;

/** Amplify's data client. Made at the first use, since Amplify must be configured before. */
export function dataClient(): GraphqlClient {
  client ??= generateClient() as GraphqlClient;
  return client;
}
