/** As many as the local cloud keeps of each kind. */
export const KEPT = 500;
const KINDS = ['message', 'functionLog', 'invocation', 'graphql', 'operation'];
const RETRY_MS = 1000;

/**
 * Everything that happens, live. Events are collected and handed on once a frame, so that thousands a second cost one
 * update of the page. On each connection the local cloud sends what it kept, so a new one starts from nothing.
 */
export function createFeed() {
  const items = new Map(KINDS.map((kind) => [kind, []]));
  const listeners = new Map(KINDS.map((kind) => [kind, new Set()]));
  const stateListeners = new Set();
  const clockListeners = new Set();
  let pending = new Map();
  let startAgain = false;
  let scheduled = false;
  let state = 'connecting';
  let clock = { offset: 0 };

  function schedule() {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(flush);
  }

  function flush() {
    scheduled = false;
    const arrived = pending;
    const reset = startAgain;
    pending = new Map();
    startAgain = false;
    for (const kind of KINDS) {
      const added = arrived.get(kind) ?? [];
      if (!reset && added.length === 0) continue;
      const before = reset ? [] : items.get(kind);
      items.set(kind, [...before, ...added].slice(-KEPT));
      for (const listener of listeners.get(kind)) listener({ added, reset });
    }
  }

  function take(kind, event) {
    const waiting = pending.get(kind) ?? [];
    waiting.push(event);
    // A hidden page has no frames: it keeps no more than it will show.
    if (waiting.length > KEPT) waiting.shift();
    pending.set(kind, waiting);
    schedule();
  }

  function setState(next) {
    if (state === next) return;
    state = next;
    for (const listener of stateListeners) listener(state);
  }

  function connect() {
    const source = new EventSource('/console/api/events');
    source.addEventListener('open', () => {
      pending = new Map();
      startAgain = true;
      schedule();
      setState('live');
    });
    source.addEventListener('error', () => {
      setState('reconnecting');
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, RETRY_MS);
    });
    source.addEventListener('clock', ({ data }) => {
      const { now, offset } = JSON.parse(data);
      clock = { offset: offset, ahead: now - Date.now() };
      for (const listener of clockListeners) listener(clock);
    });
    for (const kind of KINDS) source.addEventListener(kind, ({ data }) => take(kind, JSON.parse(data)));
  }

  return {
    connect,
    /** Oldest first. */
    items: (kind) => items.get(kind),
    /** Calls with `{ added, reset }` once a frame at most; returns what stops it. */
    on(kind, listener) {
      listeners.get(kind).add(listener);
      return () => listeners.get(kind).delete(listener);
    },
    onState(listener) {
      stateListeners.add(listener);
      listener(state);
    },
    onClock(listener) {
      clockListeners.add(listener);
    },
    /** The local cloud's time, in milliseconds since the epoch. */
    now: () => Date.now() + (clock.ahead ?? 0),
    offset: () => clock.offset,
  };
}
