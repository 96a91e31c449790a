import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  addEventListener('focus', listener);
  addEventListener('blur', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    removeEventListener('focus', listener);
    removeEventListener('blur', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

/** Whether somebody looks at this page: only then anything on it counts as read. */
export function useAttention(): boolean {
  return useSyncExternalStore(subscribe, () => !document.hidden && document.hasFocus());
}
