import { getGlobalContext } from '@aws-amplify/core';
import { GraphQLAPI } from '@aws-amplify/api-graphql';
import type { AuthMode } from '../transport.ts';

interface Events<T> {
  subscribe(handlers: {
    next: (event: { data: T }) => void;
    error: (error: unknown) => void;
    complete?: () => void;
  }): { unsubscribe(): void };
}

/** A GraphQL subscription over Amplify's one WebSocket, which reconnects by itself. */
export function open<T>(query: string, variables: Record<string, unknown>, authMode: AuthMode): Events<T> {
  const options = { query, variables: variables as never, authMode };
  return GraphQLAPI.graphql(getGlobalContext(), options) as unknown as Events<T>;
}
