import type { Bus } from '../core/bus.ts';
import type { Clock } from '../core/clock.ts';
import type { CloudContext } from '../core/context.ts';
import type { AwsService } from '../core/service.ts';

/** What the console needs of the local cloud. */
export interface ConsoleCloud {
  readonly baseUrl: string;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly services: readonly AwsService[];
  /** For what the person at the console does: operations as the developer, and what is no wire operation. */
  readonly context: Pick<CloudContext, 'call' | 'service'>;
  settle(): Promise<void>;
}
