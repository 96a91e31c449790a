import { join } from 'node:path';
import { SqliteDatabase } from '../../../core/sqlite-database.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tables (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS index_numbers (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    table_number INTEGER NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (table_number, name)
  );
  CREATE TABLE IF NOT EXISTS stream_records (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    stream_arn TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS stream_records_by_stream ON stream_records (stream_arn, sequence);
  CREATE INDEX IF NOT EXISTS stream_records_by_age ON stream_records (created_at);
  CREATE TABLE IF NOT EXISTS request_tokens (
    token TEXT PRIMARY KEY,
    request_hash TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
`;

/** The service's tables, items, streams and tokens. */
export class Database extends SqliteDatabase {
  constructor(folder: string) {
    super(join(folder, 'dynamodb.sqlite'), SCHEMA);
  }
}
