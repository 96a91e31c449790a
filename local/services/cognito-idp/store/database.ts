import { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
  create table if not exists signing_key (
    pool_id text primary key, kid text not null, private_pem text not null, jwk text not null
  ) strict;
  create table if not exists user (
    pool_id text not null, username text not null, folded text not null, sub text not null,
    status text not null, enabled integer not null, attributes text not null,
    salt text, verifier text, temporary_until integer,
    totp_secret text, totp_pending text, totp_step integer, mfa text not null,
    created integer not null, modified integer not null,
    primary key (pool_id, username), unique (pool_id, folded), unique (pool_id, sub)
  ) strict;
  create table if not exists alias (
    pool_id text not null, attribute text not null, folded text not null, username text not null,
    primary key (pool_id, attribute, folded),
    foreign key (pool_id, username) references user (pool_id, username) on delete cascade
  ) strict;
  create table if not exists code (
    pool_id text not null, username text not null, purpose text not null,
    code text not null, expires integer not null, value text,
    primary key (pool_id, username, purpose),
    foreign key (pool_id, username) references user (pool_id, username) on delete cascade
  ) strict;
  create table if not exists challenge (
    id text primary key, pool_id text not null, client_id text not null, username text not null,
    kind text not null, data text not null, expires integer not null
  ) strict;
  create table if not exists session (
    origin_jti text primary key, pool_id text not null, username text not null, client_id text not null,
    auth_time integer not null, revoked integer not null default 0,
    foreign key (pool_id, username) references user (pool_id, username) on delete cascade
  ) strict;
  create index if not exists session_user on session (pool_id, username);
  create table if not exists refresh_token (
    hash text primary key, origin_jti text not null references session (origin_jti) on delete cascade,
    expires integer not null, rotated_until integer
  ) strict;
  create index if not exists refresh_token_session on refresh_token (origin_jti);
  create table if not exists user_group (
    pool_id text not null, name text not null, description text, role_arn text, precedence integer,
    created integer not null, modified integer not null, primary key (pool_id, name)
  ) strict;
  create table if not exists membership (
    pool_id text not null, group_name text not null, username text not null,
    primary key (pool_id, group_name, username),
    foreign key (pool_id, username) references user (pool_id, username) on delete cascade,
    foreign key (pool_id, group_name) references user_group (pool_id, name) on delete cascade
  ) strict;
  create table if not exists attempt (
    pool_id text not null, who text not null, what text not null, count integer not null, last integer not null,
    primary key (pool_id, who, what)
  ) strict;
  create table if not exists pool_seen (pool_id text primary key, created integer not null) strict;
`;

/**
 * Opens the service's database. In WAL mode with synchronous=normal a committed change survives the end of the
 * process (SIGKILL), which is what a laptop needs; only a power cut can lose the last ones.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma busy_timeout = 5000;',
  );
  database.exec(SCHEMA);
  return database;
}

/** Runs the work in one transaction: all of it or nothing. The work must be synchronous. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}
