import type { ConversationEvent } from './types.ts';

/** How a client reaches the server. */
export interface Transport {
  /** The value of the request's one field. Throws RequestProblem; anything else it throws counts as unreachable. */
  request<Value>(document: string, variables: Record<string, unknown>): Promise<Value>;
  /**
   * Listens to `onConversationEvent` once. `opened` when the server has acknowledged, `closed` once when it ended for
   * whatever reason. A transport that reconnects by itself may call `opened` again.
   */
  listen(listener: { opened(): void; event(event: ConversationEvent): void; closed(): void }): () => void;
}

/** An error that the server answered. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly errorType: string;

  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

/** Errors that pass. */
const PASSING = new Set(['Unreachable', 'Conflict', 'Busy', 'DatabaseResuming', 'Internal', 'RateLimited']);

/** What went wrong, and whether trying again can help. */
export function problemOf(error: unknown): { problem: string; passing: boolean } {
  const problem = error instanceof RequestProblem ? error.errorType : 'Unreachable';
  return { problem, passing: PASSING.has(problem) };
}

/** How long to wait before the next try: doubling, with a random part so that not everybody comes at once. */
export function backoff(attempt: number, base = 500, most = 30_000): number {
  return Math.min(most, base * 2 ** Math.min(attempt, 16)) * (0.5 + Math.random() / 2);
}
