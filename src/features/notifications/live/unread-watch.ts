/** What the watch needs of the world, so that tests can be the world. */
export interface WatchPorts {
  /** Asks the server how many are unread. */
  ask: () => Promise<number>;
  /** Shows the number, in this tab. */
  show: (count: number) => void;
  /** Tells the other tabs of this browser. */
  tell: (count: number) => void;
  /** As setTimeout and clearTimeout. */
  after: (ms: number, run: () => void) => () => void;
}

export interface UnreadWatch {
  /** A signal came: asks at once, and again when what came within the same span has been counted. */
  signalled(): void;
  /** The page or the connection is back, so signals may have been missed. */
  returned(): void;
  /** Another tab knows the number. */
  heard(count: number): void;
  stop(): void;
}

/** Signals come at most once in two seconds, so what follows one within that time has none of its own (docs/adr/0006). */
const SPAN_MS = 2000;

/** Keeps the number of unread notifications true. One request at a time; the newest answer counts. */
export function createUnreadWatch({ ask, show, tell, after }: WatchPorts): UnreadWatch {
  let running = false;
  let wanted = false;
  let stopped = false;
  let cancelSecond: (() => void) | undefined;

  async function run(): Promise<void> {
    if (running) {
      wanted = true;
      return;
    }
    running = true;
    try {
      do {
        wanted = false;
        const count = await ask();
        if (stopped) return;
        show(count);
        tell(count);
      } while (wanted);
    } catch {
      // The number stays as it was; the next signal, or coming back, asks again.
    } finally {
      running = false;
    }
  }

  return {
    signalled() {
      void run();
      cancelSecond?.();
      cancelSecond = after(SPAN_MS, () => void run());
    },
    returned() {
      void run();
    },
    heard(count) {
      if (!stopped) show(count);
    },
    stop() {
      stopped = true;
      cancelSecond?.();
    },
  };
}
