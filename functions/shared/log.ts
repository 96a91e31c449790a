import { logger } from './observed.ts';

/**
 * Writes one structured line to the function's log, with the ids of request and trace. `error` among the details keeps its
 * name, message, stack and cause.
 */
export function log(
  level: 'info' | 'warn' | 'error',
  message: string,
  details: Record<string, unknown> = {},
): void {
  logger[level](message, details);
}
