import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { ActDialog } from '../act/ActDialog.tsx';
import type { Intent } from '../act/acts.ts';
import { reversible } from '../act/after-act.ts';
import { EntryList } from '../EntryList.tsx';
import { ModerationFrame } from '../ModerationFrame.tsx';
import { logQuery } from '../moderation-query.ts';
import { ActCard } from './ActCard.tsx';

/** Everything that moderators did: `/moderation/log`. */
export function LogScreen() {
  return (
    <ModerationFrame title="Log">
      <Log />
    </ModerationFrame>
  );
}

function Log() {
  const [intent, setIntent] = useState<Intent>();
  const query = useInfiniteQuery(logQuery);
  const canUndo = useMemo(
    () => reversible((query.data?.pages ?? []).flatMap((page) => page.items)),
    [query.data],
  );
  return (
    <>
      <EntryList
        query={query}
        label="Acts of moderators, newest first"
        entry={(act) => <ActCard act={act} canUndo={canUndo.has(act.id)} onAct={setIntent} />}
        empty={
          <EmptyState icon="shield" title="Nothing yet">
            Each act of a moderator is written down here, with its reason.
          </EmptyState>
        }
      />
      {intent && <ActDialog intent={intent} onClose={() => setIntent(undefined)} />}
    </>
  );
}
