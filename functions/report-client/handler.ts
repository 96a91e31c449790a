import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { answer, type Answer } from '../shared/answer.ts';
import { environment } from '../shared/environment.ts';
import { log } from '../shared/log.ts';
import { observed } from '../shared/observed.ts';
import { CLIENT_ERRORS_METRIC } from './metrics.ts';
import { readEvents, type ClientEvent } from './read-events.ts';

interface Report {
  /** JSON. */
  events: string;
}

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
  // A warning: the metric has an alarm of its own.
  log('warn', 'Client error.', { client: error, page, release, failedTrace: traceId });
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
