import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { ActDialog } from '../act/ActDialog.tsx';
import type { Intent } from '../act/acts.ts';
import { EntryList } from '../EntryList.tsx';
import { ModerationFrame } from '../ModerationFrame.tsx';
import { reportsQuery } from '../moderation-query.ts';
import { ReportCard } from './ReportCard.tsx';

/** What people reported and nobody has dealt with yet: `/moderation`. */
export function ReportsScreen() {
  return (
    <ModerationFrame title="Reports">
      <Reports />
    </ModerationFrame>
  );
}

function Reports() {
  const [intent, setIntent] = useState<Intent>();
  const query = useInfiniteQuery(reportsQuery);
  return (
    <>
      <EntryList
        query={query}
        label="Open reports, oldest first"
        entry={(report) => <ReportCard report={report} onAct={setIntent} />}
        empty={
          <EmptyState icon="check" title="Nothing to do">
            Every report has been dealt with. Thank you.
          </EmptyState>
        }
      />
      {intent && <ActDialog intent={intent} onClose={() => setIntent(undefined)} />}
    </>
  );
}
