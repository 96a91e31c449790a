import { getGlobalContext } from '@aws-amplify/core';
import { GraphQLAPI } from '@aws-amplify/api-graphql';
import type { AuthMode } from '../transport.ts';

interface Events {
  subscribe(handlers: { next: (event: { data: unknown }) => void; error: (error: unknown) => void }): {
    unsubscribe(): void;
  };
}

/** A GraphQL subscription over Amplify's one WebSocket, which reconnects by itself. */
export function open(query: string, variables: Record<string, unknown>, authMode: AuthMode): Events {
  const options = { query, variables: variables as never, authMode };
  return GraphQLAPI.graphql(getGlobalContext(), options) as unknown as Events;
}
