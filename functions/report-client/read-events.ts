import { Refusal } from '../shared/refusal.ts';

/** An error of a browser. Texts are cut: a stack has no end. */
export interface ClientError {
  kind: 'error';
  name: string;
  message: string;
  stack?: string;
  /** The trace in which the API failed, when it was that. */
  traceId?: string;
}

/** A Web Vital of one page view: milliseconds, and for CLS a score (https://web.dev/articles/vitals). */
export interface ClientVital {
  kind: 'vital';
  name: (typeof VITALS)[number];
  value: number;
}

export type ClientEvent = (ClientError | ClientVital) & {
  /** The kind of page, without ids and handles: `/cruds/:id`. */
  page: string;
  /** Which build it was. */
  release: string;
};

export const VITALS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const;
const MOST = 20;
const LENGTHS = { name: 100, message: 500, stack: 2000, page: 100, release: 40, traceId: 60 } as const;

type Field = keyof typeof LENGTHS;

function text(given: Record<string, unknown>, field: Field): string {
  const value = given[field];
  if (typeof value !== 'string') throw invalid(`${field} must be a text`);
  return value.slice(0, LENGTHS[field]);
}

function optional(given: Record<string, unknown>, field: Field): Record<string, string> {
  return given[field] === undefined ? {} : { [field]: text(given, field) };
}

function readOne(given: unknown): ClientEvent {
  if (typeof given !== 'object' || given === null) throw invalid('each event must be an object');
  const event = given as Record<string, unknown>;
  const where = { page: text(event, 'page'), release: text(event, 'release'), name: text(event, 'name') };
  if (event['kind'] === 'error') {
    return {
      ...where,
      kind: 'error',
      message: text(event, 'message'),
      ...optional(event, 'stack'),
      ...optional(event, 'traceId'),
    };
  }
  const { kind, value } = event;
  const name = VITALS.find((one) => one === where.name);
  if (kind !== 'vital' || !name) throw invalid('kind must be error, or vital with a known name');
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw invalid('value must be a number of at least 0');
  }
  return { ...where, kind, name, value };
}

/** Throws Refusal `InvalidReport`. */
export function readEvents(given: unknown): ClientEvent[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST) {
    throw invalid(`give a list of 1 to ${MOST} events`);
  }
  return given.map(readOne);
}

function invalid(what: string): Refusal {
  return new Refusal('InvalidReport', `This is no report: ${what}.`);
}
