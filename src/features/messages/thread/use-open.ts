import { useCallback, useEffect, useState } from 'react';
import { useMessaging } from '../live/context.ts';

type Opening =
  { status: 'loading' } | { status: 'open' } | { status: 'gone' } | { status: 'failed'; error: unknown };

/** Opens a conversation while it is shown, and says how far that is. */
export function useOpen(id: string): { opening: Opening; retry: () => void } {
  const { open } = useMessaging();
  const [opening, setOpening] = useState<Opening>({ status: 'loading' });

  const load = useCallback(() => {
    let isCurrent = true;
    const settle = (next: Opening): void => {
      if (isCurrent) setOpening(next);
    };
    open(id).then(
      (conversation) => settle({ status: conversation ? 'open' : 'gone' }),
      (error: unknown) => settle({ status: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [open, id]);

  useEffect(() => load(), [load]);

  return {
    opening,
    retry() {
      setOpening({ status: 'loading' });
      load();
    },
  };
}
