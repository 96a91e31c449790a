import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '../api/ask.ts';
import { START } from '../api/documents.ts';
import { useMessaging } from '../live/context.ts';
import type { ConversationEvent } from '../sync/index.ts';

interface Start {
  busy: boolean;
  error: unknown;
  /** Starts a conversation with these people, or finds the one that there is, and opens it. */
  start: (memberIds: readonly string[], title?: string) => void;
}

export function useStart(): Start {
  const { sync } = useMessaging();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = useRef({ of: '', clientId: '' });

  async function run(memberIds: readonly string[], title: string | undefined): Promise<void> {
    const of = JSON.stringify([memberIds, title]);
    // The same again is the same group, also when the answer to the first attempt got lost.
    if (attempt.current.of !== of) attempt.current = { of, clientId: crypto.randomUUID() };
    setBusy(true);
    setError(null);
    try {
      const { clientId } = attempt.current;
      const event = await ask<ConversationEvent>(START, { memberIds, title, clientId });
      sync.receive(event);
      await navigate(`/messages/${event.conversationId}`, { replace: true });
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  return { busy, error, start: (memberIds, title) => void run(memberIds, title) };
}
