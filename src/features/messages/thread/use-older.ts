import { useCallback, useEffect, useState, type RefObject } from 'react';
import { useMessaging } from '../live/context.ts';

interface Older {
  loading: boolean;
  error: unknown;
  load: () => void;
}

/** Loads the page before the oldest message, before the reader gets there. */
export function useOlder(
  id: string,
  box: RefObject<HTMLElement | null>,
  start: RefObject<HTMLElement | null>,
  oldest: number,
  hasOlder: boolean,
): Older {
  const { sync } = useMessaging();
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const load = useCallback(async (): Promise<void> => {
    setLoading(true);
    setError(null);
    try {
      await sync.loadOlder(id);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setLoading(false);
    }
  }, [sync, id]);

  const isAutomatic = hasOlder && !loading && error === null;
  useEffect(() => {
    if (!isAutomatic || !start.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void load(), {
      root: box.current,
      rootMargin: '900px 0px 0px 0px',
    });
    observer.observe(start.current);
    return () => observer.disconnect();
    // Each page moves the start: it is looked at anew.
  }, [isAutomatic, oldest, box, start, load]);

  return { loading, error, load: () => void load() };
}
