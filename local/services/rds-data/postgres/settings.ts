/**
 * For one developer's laptop. `fsync = off` does not endanger what was acknowledged when we or Postgres are killed:
 * with `synchronous_commit = on` the log was handed to the operating system by then. Only a crash of the machine
 * itself can lose data; `npm start -- --reset` makes them anew.
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '128MB',
  max_wal_size: '256MB',
  checkpoint_timeout: '15min',
  // JIT compiles for longer than a small query runs; Aurora leaves it on, plans are the same.
  jit: 'off',
  // As on RDS: the Data API's sessions are in UTC and messages in English.
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  password_encryption: 'scram-sha-256',
  // The passwords are random and the port is on this machine only: iterations would cost each connection 5 ms.
  scram_iterations: '1',
};
