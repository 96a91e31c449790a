import type { Database } from '../store/database.ts';
import type { StreamRecord, UnnumberedRecord } from './stream-record.ts';

/** How long records can be read, as on AWS. */
const RETENTION_MS = 24 * 60 * 60 * 1000;

/** The change records of all streams, in one append-only table, and how far each consumer has read. */
export class StreamLog {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** To be called in the transaction that makes the change. */
  append(record: UnnumberedRecord, now: number): void {
    this.database.run(
      'INSERT INTO stream_records (stream_arn, created_at, record) VALUES (?, ?, ?)',
      record.eventSourceARN,
      now,
      JSON.stringify(record),
    );
  }

  /** The records after a position, the oldest first. */
  read(streamArn: string, after: number, limit: number): { records: StreamRecord[]; position: number } {
    const rows = this.database.all<{ sequence: number; record: string }>(
      'SELECT sequence, record FROM stream_records WHERE stream_arn = ? AND sequence > ? ORDER BY sequence LIMIT ?',
      streamArn,
      after,
      limit,
    );
    const records = rows.map(({ sequence, record }) =>
      numbered(JSON.parse(record) as UnnumberedRecord, sequence),
    );
    return { records, position: rows.at(-1)?.sequence ?? after };
  }

  /** The position after the newest record. */
  end(streamArn: string): number {
    const row = this.database.get<{ sequence: number | null }>(
      'SELECT max(sequence) AS sequence FROM stream_records WHERE stream_arn = ?',
      streamArn,
    );
    return row?.sequence ?? 0;
  }

  position(consumer: string, streamArn: string): number | undefined {
    return this.database.get<{ sequence: number }>(
      'SELECT sequence FROM stream_positions WHERE consumer = ? AND stream_arn = ?',
      consumer,
      streamArn,
    )?.sequence;
  }

  savePosition(consumer: string, streamArn: string, sequence: number): void {
    this.database.run(
      `INSERT INTO stream_positions VALUES (?, ?, ?)
       ON CONFLICT (consumer, stream_arn) DO UPDATE SET sequence = excluded.sequence`,
      consumer,
      streamArn,
      sequence,
    );
  }

  /** Drops records that are too old to be read. */
  trim(now: number): void {
    this.database.run('DELETE FROM stream_records WHERE created_at < ?', now - RETENTION_MS);
  }

  clear(): void {
    this.database.run('DELETE FROM stream_records');
    this.database.run('DELETE FROM stream_positions');
  }
}

function numbered(record: UnnumberedRecord, sequence: number): StreamRecord {
  // AWS's numbers have 21 digits and more; consumers compare them as text or bigint, so the length is fixed.
  const SequenceNumber = String(sequence).padStart(21, '0').replace(/^0/, '1');
  return { ...record, dynamodb: { ...record.dynamodb, SequenceNumber } };
}
