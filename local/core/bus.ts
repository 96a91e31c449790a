/** What the console and tests can see happening. `at` is the local cloud's clock, in milliseconds. */
export interface CloudEvents {
  /** A mail or SMS that AWS would have sent. */
  message: { at: number; channel: 'email' | 'sms'; to: string; subject: string; body: string; code?: string };
  /** One line that a function logged. */
  functionLog: {
    at: number;
    functionName: string;
    requestId: string;
    stream: 'stdout' | 'stderr';
    line: string;
  };
  /** One run of a function. */
  invocation: {
    at: number;
    functionName: string;
    requestId: string;
    durationMs: number;
    cold: boolean;
    error?: string;
  };
  /** One GraphQL request, with what each resolver did. */
  graphql: {
    at: number;
    requestId: string;
    operation: string;
    query: string;
    variables: unknown;
    authMode: string;
    durationMs: number;
    errors: readonly unknown[];
    trace: readonly TraceStep[];
    /** Of X-Ray; undefined where the API isn't traced. */
    traceId?: string;
  };
  /** A segment of an X-Ray trace, by its document. */
  segment: { at: number; document: object };
  /** One call of an AWS operation. */
  operation: {
    at: number;
    requestId: string;
    service: string;
    operation: string;
    principal: string;
    durationMs: number;
    error?: string;
  };
}

/** One step of a resolver: a request or response handler, or the data source's own work. */
export interface TraceStep {
  readonly path: string;
  readonly step: string;
  readonly dataSource?: string;
  readonly durationMs: number;
  readonly error?: string;
}

export interface Bus {
  emit<Name extends keyof CloudEvents>(name: Name, event: CloudEvents[Name]): void;
  on<Name extends keyof CloudEvents>(name: Name, listener: (event: CloudEvents[Name]) => void): () => void;
  /** The newest events of a kind, oldest first; the bus keeps the last 500 of each. */
  recent<Name extends keyof CloudEvents>(name: Name): readonly CloudEvents[Name][];
  /** Forgets what happened so far; who listens goes on. */
  clear(): void;
}

const KEPT = 500;

export function createBus(): Bus {
  type Listener = (event: never) => void;
  const listeners = new Map<string, Set<Listener>>();
  const kept = new Map<string, unknown[]>();
  return {
    emit(name, event) {
      const events = kept.get(name) ?? [];
      events.push(event);
      if (events.length > KEPT) events.shift();
      kept.set(name, events);
      for (const listener of [...(listeners.get(name) ?? [])]) listener(event as never);
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      set.add(listener as Listener);
      listeners.set(name, set);
      return () => set.delete(listener as Listener);
    },
    clear: () => kept.clear(),
    recent: (name) => (kept.get(name) ?? []) as never,
  };
}
