/** As many as the local cloud keeps of each kind. */
export const KEPT = 500;
const KINDS = ['message', 'functionLog', 'invocation', 'graphql', 'segment', 'operation'];
const RETRY_MS = 1000;
/** Under a flood the page is updated ten times a second; a single event shows in the next frame. */
const SHORTEST_PAUSE_MS = 100;

/**
 * Everything that happens, live. Events are collected and handed on once a frame at most, so that thousands a second cost
 * few updates of the page. On each connection the local cloud sends what it kept, so a new one starts from nothing.
 */
export function createFeed() {
  const items = new Map(KINDS.map((kind) => [kind, []]));
  const listeners = new Map(KINDS.map((kind) => [kind, new Set()]));
  const stateListeners = new Set();
  const clockListeners = new Set();
  let pending = new Map();
  /** While what was kept arrives, nothing is handed on: it is not new. */
  let replaying = true;
  let startAgain = true;
  let scheduled = false;
  let lastFlush = 0;
  let state = 'connecting';
  let clock = { offset: 0 };

  function schedule() {
    if (scheduled || replaying) return;
    scheduled = true;
    const pause = lastFlush + SHORTEST_PAUSE_MS - performance.now();
    if (pause <= 0) requestAnimationFrame(flush);
    else setTimeout(() => requestAnimationFrame(flush), pause);
  }

  function flush() {
    scheduled = false;
    lastFlush = performance.now();
    // A frame that was asked for before the connection broke: what it would show is about to come again.
    if (replaying) return;
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
      replaying = true;
    });
    source.addEventListener('ready', () => {
      replaying = false;
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
