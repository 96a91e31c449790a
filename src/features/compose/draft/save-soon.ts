/** Saves at most `delayMs` after a change, and at once on `flush`. */
export interface SaveSoon<T> {
  changed(value: T): void;
  flush(): void;
}

export function saveSoon<T>(save: (value: T) => void, delayMs: number): SaveSoon<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: { value: T } | undefined;
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!pending) return;
    const { value } = pending;
    pending = undefined;
    save(value);
  }
  return {
    changed(value) {
      pending = { value };
      // Counted from the first unsaved change: somebody who types without a pause is saved too.
      timer ??= setTimeout(flush, delayMs);
    },
    flush,
  };
}
