import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ConsoleCloud } from '../cloud.ts';
import { advanceClock, readClock } from './clock.ts';
import { firstRows, listDatabases, runSql } from './databases.ts';
import { streamEvents } from './events.ts';
import { inspectService, listServices } from './inspect.ts';
import { listMessages } from './messages.ts';
import { runSchedule } from './schedules.ts';
import { settle } from './settle.ts';
import { actOnUser } from './users.ts';

export interface ApiCall {
  readonly cloud: ConsoleCloud;
  readonly url: URL;
  /** What stands behind the route's name in the path. */
  readonly path: readonly string[];
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Answers JSON; undefined when it wrote the response itself. */
export type ApiRoute = (call: ApiCall) => unknown;

/** By method and the first word behind `/console/api/`. */
export const API_ROUTES: Readonly<Record<string, ApiRoute>> = {
  'GET services': listServices,
  'GET inspect': inspectService,
  'GET messages': listMessages,
  'GET events': streamEvents,
  'GET clock': readClock,
  'POST clock': advanceClock,
  'POST settle': settle,
  'POST users': actOnUser,
  'POST schedules': runSchedule,
  'GET databases': listDatabases,
  'GET rows': firstRows,
  'POST sql': runSql,
};
