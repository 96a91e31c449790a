import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CloudContext } from '../../core/context.ts';
import { AwsError } from '../../core/errors.ts';
import { SqliteDatabase } from '../../core/sqlite-database.ts';

/** A queue of the assembly. */
export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
}

export interface Message {
  readonly id: string;
  readonly body: string;
  /** When it was sent, in milliseconds. */
  readonly sentAt: number;
  readonly receipt: string;
  /** How often it was received, this time included. */
  readonly receiveCount: number;
}

export interface Queues {
  put(queue: Queue): void;
  remove(name: string): void;
  list(): readonly Queue[];
  /** By URL, ARN or name. Throws QueueDoesNotExist. */
  get(reference: string): Queue;
  find(reference: string): Queue | undefined;
  urlOf(name: string): string;
  arnOf(name: string): string;
  send(queue: Queue, body: string): string;
  /** Oldest first; hidden from others until `visibilitySeconds` are over. */
  receive(queue: Queue, limit: number, visibilitySeconds: number): Message[];
  delete(queue: Queue, receipt: string): void;
  purge(queue: Queue): void;
  count(name: string): { visible: number; inFlight: number };
  clear(): void;
  close(): void;
}

const SCHEMA = `create table if not exists messages (
  id text primary key, queue text not null, body text not null, sent_at integer not null,
  visible_at integer not null, receive_count integer not null default 0, receipt text)`;

/** Queues and what waits in them, in one SQLite file. */
export function createQueues(cloud: CloudContext): Queues {
  const database = new SqliteDatabase(join(cloud.stateFolder('sqs'), 'queues.sqlite'), SCHEMA);
  const queues = new Map<string, Queue>();
  const now = (): number => cloud.clock.now();
  const nameOf = (reference: string): string => reference.split(/[/:]/).at(-1)!;

  function forgetOld(queue: Queue): void {
    database.run(
      'delete from messages where queue = ? and sent_at < ?',
      queue.name,
      now() - queue.retentionSeconds * 1000,
    );
  }

  return {
    put: (queue) => void queues.set(queue.name, queue),
    remove(name) {
      queues.delete(name);
      database.run('delete from messages where queue = ?', name);
    },
    list: () => [...queues.values()],
    find: (reference) => queues.get(nameOf(reference)),
    get(reference) {
      const queue = queues.get(nameOf(reference));
      if (queue) return queue;
      throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    },
    urlOf: (name) => `${cloud.baseUrl}/sqs/${cloud.accountId}/${name}`,
    arnOf: (name) => `arn:aws:sqs:${cloud.region}:${cloud.accountId}:${name}`,
    send(queue, body) {
      const id = randomUUID();
      database.run(
        'insert into messages (id, queue, body, sent_at, visible_at) values (?, ?, ?, ?, ?)',
        id,
        queue.name,
        body,
        now(),
        now(),
      );
      return id;
    },
    receive(queue, limit, visibilitySeconds) {
      forgetOld(queue);
      return database.transaction(() =>
        database
          .all<{ id: string; body: string; sent_at: number; receive_count: number }>(
            'select id, body, sent_at, receive_count from messages where queue = ? and visible_at <= ? order by sent_at, rowid limit ?',
            queue.name,
            now(),
            limit,
          )
          .map(({ id, body, sent_at: sentAt, receive_count: before }) => {
            const receipt = randomUUID();
            database.run(
              'update messages set visible_at = ?, receive_count = receive_count + 1, receipt = ? where id = ?',
              now() + visibilitySeconds * 1000,
              receipt,
              id,
            );
            return { id, body, sentAt, receipt, receiveCount: before + 1 };
          }),
      );
    },
    delete: (queue, receipt) =>
      void database.run('delete from messages where queue = ? and receipt = ?', queue.name, receipt),
    purge: (queue) => void database.run('delete from messages where queue = ?', queue.name),
    count(name) {
      const row = database.get<{ visible: number; total: number }>(
        'select count(*) filter (where visible_at <= ?) as visible, count(*) as total from messages where queue = ?',
        now(),
        name,
      )!;
      return { visible: row.visible, inFlight: row.total - row.visible };
    },
    clear: () => void database.run('delete from messages'),
    close: () => database.close(),
  };
}
