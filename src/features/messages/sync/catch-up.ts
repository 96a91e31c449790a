import { MISSED_MESSAGES } from './documents.ts';
import { applyMissed, isBehind, type MessageLog } from './log.ts';
import type { Transport } from './transport.ts';
import type { Missed } from './types.ts';

/** A place where a log is kept; undefined when the conversation was closed meanwhile. */
export interface LogCell {
  read(): MessageLog | undefined;
  write(log: MessageLog): void;
}

/**
 * Asks for what a log lacks until it lacks nothing, at least once: also when nothing tells that something is missing.
 * Throws what the transport throws; then the log is as far as it came.
 */
export async function catchUp(transport: Transport, conversationId: string, cell: LogCell): Promise<void> {
  for (;;) {
    const before = cell.read();
    if (!before) return;
    const missed = await transport.request<Missed>(MISSED_MESSAGES, {
      conversationId,
      afterSeq: before.to,
      afterRevision: before.revision,
      limit: 50,
    });
    const log = cell.read();
    if (!log) return;
    const next = applyMissed(log, missed);
    cell.write(next);
    const isStuck = next.to === before.to && next.revision === before.revision;
    // What is still missing after an answer that brought nothing comes with the next event or the next look.
    if (isStuck || !(missed.more || isBehind(next))) return;
  }
}
