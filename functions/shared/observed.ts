import { Logger } from '@aws-lambda-powertools/logger';
import { Tracer } from '@aws-lambda-powertools/tracer';
import type { Context } from 'aws-lambda';
import { Refusal } from './refusal.ts';

export const logger = new Logger();
const tracer = new Tracer();

/**
 * A handler whose runs can be followed: a segment of its own in the request's trace, with what it threw, and the
 * request's and the trace's id in each line that it logs. Answers and throws what the handler does; of what it throws,
 * refusals are logged as such and the rest as errors, which an alarm counts (amplify/observability/error-metric.ts).
 */
export function observed<Event, Result>(
  handler: (event: Event) => Promise<Result>,
): (event: Event, context: Context) => Promise<Result> {
  return async (event, context) => {
    logger.addContext(context);
    const whole = tracer.getSegment();
    const own = whole?.addNewSubsegment('handler');
    if (own) tracer.setSegment(own);
    tracer.annotateColdStart();
    try {
      return await handler(event);
    } catch (error) {
      if (error instanceof Refusal) logger.info('Refused.', { type: error.type, reason: error.message });
      else {
        tracer.addErrorAsMetadata(error as Error);
        logger.error('Failed.', { error: error as Error });
      }
      throw error;
    } finally {
      own?.close();
      if (whole) tracer.setSegment(whole);
    }
  };
}

/** A client of the AWS SDK whose calls stand in the trace. */
export function traced<Client extends object>(client: Client): Client {
  return tracer.captureAWSv3Client(client);
}
