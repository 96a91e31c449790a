import { useState } from 'react';
import { showToast } from '../../../ui/toast-store.ts';
import { ask } from '../api/ask.ts';
import { useMessaging } from '../live/context.ts';
import { explainProblem } from '../model/explain-problem.ts';
import type { ConversationEvent } from '../sync/index.ts';

/** Runs a mutation on a conversation: what it did is seen at once, what it could not do is said. Answers whether it did. */
export function useAct(): { busy: boolean; act: (document: string, variables: object) => Promise<boolean> } {
  const { sync } = useMessaging();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async act(document, variables) {
      setBusy(true);
      try {
        sync.receive(await ask<ConversationEvent>(document, { ...variables }));
        return true;
      } catch (error) {
        showToast(explainProblem(error), 'error');
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
