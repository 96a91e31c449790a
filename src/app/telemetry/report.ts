import { AppError } from '../../lib/errors/app-error.ts';
import { request } from '../../lib/data/request.ts';
import { pageOf } from './page-of.ts';

const REPORT = 'mutation ReportClient($events: AWSJSON!) { reportClient(events: $events) }';
/** A page that breaks again and again tells nothing new. */
const MOST_PROBLEMS = 5;
const told = new Set<string>();

/** What people's own connections and decisions do is no fault of the app. */
const EXPECTED: ReadonlySet<string> = new Set(['Network', 'SignedOut', 'DatabaseResuming', 'AbortError']);

/** Sends events on; what does not arrive is lost. */
export async function send(events: readonly object[]): Promise<void> {
  const release: unknown = import.meta.env['VITE_RELEASE'];
  const page = pageOf(location.pathname);
  try {
    await request(REPORT, { events: JSON.stringify(events.map((event) => ({ ...event, page, release }))) });
  } catch {
    // A report that fails must not be reported.
  }
}

/** Reports an error once for each page view. */
export function reportProblem(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const type = error instanceof AppError ? error.type : name;
  if (EXPECTED.has(type) || told.size >= MOST_PROBLEMS || told.has(`${type}:${message}`)) return;
  told.add(`${type}:${message}`);
  const traceId = error instanceof AppError ? error.traceId : undefined;
  void send([{ kind: 'error', name: type, message, stack, traceId }]);
}
