import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { answer, type Answer } from '../shared/answer.ts';
import { environment } from '../shared/environment.ts';
import { log } from '../shared/log.ts';
import { observed } from '../shared/observed.ts';
import { createLineBudget } from './line-budget.ts';
import { CLIENT_ERRORS_METRIC } from './metrics.ts';
import { readEvents, type ClientEvent } from './read-events.ts';

interface Report {
  /** JSON. */
  events: string;
}

const budget = createLineBudget(60);

/** The mutation `reportClient`: notes down what went wrong or was slow in a browser, as log lines and metrics. */
export const handler = observed(({ events }: Report): Promise<Answer<boolean>> =>
  answer(async () => {
    const read = readEvents(parse(events));
    const metrics = new Metrics({ namespace: environment('METRICS_NAMESPACE') });
    for (const event of read) note(metrics, event);
    metrics.publishStoredMetrics();
    return true;
  }),
);

function note(metrics: Metrics, event: ClientEvent): void {
  if (event.kind === 'vital') {
    metrics.addMetric(
      event.name,
      event.name === 'CLS' ? MetricUnit.NoUnit : MetricUnit.Milliseconds,
      event.value,
    );
    return;
  }
  const { kind: _kind, page, release, traceId, ...error } = event;
  metrics.addMetric(CLIENT_ERRORS_METRIC, MetricUnit.Count, 1);
  const next = budget.take(Date.now());
  if (next === 'tell') log('warn', 'More client errors: for the rest of the minute they are counted alone.');
  // A warning: the metric has an alarm of its own.
  if (next === 'note') log('warn', 'Client error.', { client: error, page, release, failedTrace: traceId });
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
