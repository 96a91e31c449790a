import { CONNECTION_STATE_CHANGE, ConnectionState } from '@aws-amplify/api-graphql';
import { Hub } from 'aws-amplify/utils';
import { open } from '../../../lib/data/realtime/open.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { ask } from '../api/ask.ts';
import {
  ON_CONVERSATION_EVENT,
  RequestProblem,
  type ConversationEvent,
  type Transport,
} from '../sync/index.ts';

/** So long an acknowledgement may take; a connection that looks open may be dead. */
const ACK_WITHIN_MS = 10_000;

interface Answer {
  onConversationEvent: ConversationEvent | null;
}

/** Requests and events by Amplify's data client. */
export const amplifyTransport: Transport = {
  async request(document, variables) {
    try {
      return await ask(document, variables);
    } catch (thrown) {
      const { type, message } = toAppError(thrown);
      if (type === 'Network') throw thrown;
      throw new RequestProblem(type, message);
    }
  },

  /**
   * One subscription on Amplify's socket. Amplify reconnects by itself after five seconds, then each minute; here a
   * disturbance ends the subscription instead, and the sync subscribes again sooner, and at once when it is told to.
   */
  listen({ opened, event, closed }) {
    let unsubscribe = (): void => undefined;
    let isOver = false;

    function end(): void {
      if (isOver) return;
      stop();
      closed();
    }

    function stop(): void {
      isOver = true;
      clearTimeout(impatience);
      removeEventListener('online', end);
      removeEventListener('offline', end);
      stopHub();
      unsubscribe();
    }

    const impatience = setTimeout(end, ACK_WITHIN_MS);
    const stopHub = Hub.listen('api', ({ payload }) => {
      const { connectionState, query } = (payload.data ?? {}) as {
        connectionState?: ConnectionState;
        query?: string;
      };
      if (payload.event === CONNECTION_STATE_CHANGE && isBroken(connectionState)) end();
      if (payload.event === 'Subscription ack' && query?.includes('onConversationEvent')) {
        clearTimeout(impatience);
        opened();
      }
    });
    if (!navigator.onLine) {
      clearTimeout(impatience);
      addEventListener('online', end);
      return stop;
    }
    addEventListener('offline', end);
    const subscription = open<Answer>(ON_CONVERSATION_EVENT, {}, 'userPool').subscribe({
      next: ({ data }) => data.onConversationEvent && event(data.onConversationEvent),
      error: end,
      complete: end,
    });
    unsubscribe = () => subscription.unsubscribe();
    // It may have ended while it began.
    if (isOver) unsubscribe();
    return stop;
  },
};

function isBroken(state: ConnectionState | undefined): boolean {
  return (
    state === ConnectionState.ConnectionDisrupted ||
    state === ConnectionState.ConnectionDisruptedPendingNetwork ||
    state === ConnectionState.ConnectedPendingNetwork
  );
}
