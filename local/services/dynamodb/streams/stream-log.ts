import type { Database } from '../store/database.ts';
import type { StreamRecord, UnnumberedRecord } from './stream-record.ts';

/** How long records can be read, as on AWS. */
const RETENTION_MS = 24 * 60 * 60 * 1000;

/** The change records of all streams, in one append-only table. */
export class StreamLog {
  private readonly database: Database;
  private readonly listeners = new Map<string, Set<() => void>>();
  /** The streams that the open transaction has added to. */
  private readonly appended = new Set<string>();

  constructor(database: Database) {
    this.database = database;
    database.onCommit(() => this.tell());
  }

  /** To be called in the transaction that makes the change. */
  append(record: UnnumberedRecord, now: number): void {
    this.appended.add(record.eventSourceARN);
    this.database.run(
      'INSERT INTO stream_records (stream_arn, created_at, record) VALUES (?, ?, ?)',
      record.eventSourceARN,
      now,
      JSON.stringify(record),
    );
  }

  /** Calls a listener after each commit that added to a stream; returns a function that stops it. */
  onAppended(streamArn: string, listener: () => void): () => void {
    const listeners = this.listeners.get(streamArn) ?? new Set();
    this.listeners.set(streamArn, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** The records after a position, the oldest first. */
  read(streamArn: string, after: number, limit: number): StreamRecord[] {
    return this.database
      .all<{ sequence: number; record: string }>(
        'SELECT sequence, record FROM stream_records WHERE stream_arn = ? AND sequence > ? ORDER BY sequence LIMIT ?',
        streamArn,
        after,
        limit,
      )
      .map(({ sequence, record }) => numbered(JSON.parse(record) as UnnumberedRecord, sequence));
  }

  /** The position of the newest record. */
  end(streamArn: string): number | undefined {
    const row = this.database.get<{ sequence: number | null }>(
      'SELECT max(sequence) AS sequence FROM stream_records WHERE stream_arn = ?',
      streamArn,
    );
    return row?.sequence ?? undefined;
  }

  /** Drops records that are too old to be read. */
  trim(now: number): void {
    this.database.run('DELETE FROM stream_records WHERE created_at < ?', now - RETENTION_MS);
  }

  clear(): void {
    this.database.run('DELETE FROM stream_records');
  }

  private tell(): void {
    const streams = [...this.appended];
    this.appended.clear();
    for (const stream of streams) for (const listener of this.listeners.get(stream) ?? []) listener();
  }
}

/** AWS's numbers have 21 digits and more; consumers compare them as text or bigint, so the length is fixed. */
export function sequenceNumber(position: number): string {
  return String(position).padStart(21, '0').replace(/^0/, '1');
}

export function positionOf(sequence: string): number {
  return Number(sequence.slice(1));
}

function numbered(record: UnnumberedRecord, sequence: number): StreamRecord {
  return { ...record, dynamodb: { ...record.dynamodb, SequenceNumber: sequenceNumber(sequence) } };
}
