import { AwsError } from '../../../core/errors.ts';

/** Why one action of a transaction did not happen; `None` for those that only another one prevented. */
export interface CancellationReason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'ValidationError';
  readonly Message?: string;
  readonly Item?: unknown;
}

/** Runs one action's work and answers its result, or the reason why it must cancel the transaction. */
function attempt<Result>(work: () => Result): { result: Result } | { reason: CancellationReason } {
  try {
    return { result: work() };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/**
 * Runs each action's work and answers all results, or throws TransactionCanceledException with a reason for each
 * action. Errors that are no reasons are thrown as they are.
 */
export function attemptAll<Action, Result>(
  actions: readonly Action[],
  work: (action: Action, at: number) => Result,
): Result[] {
  const attempts = actions.map((action, at) => attempt(() => work(action, at)));
  const results = attempts.flatMap((one) => ('result' in one ? [one.result] : []));
  if (results.length === actions.length) return results;
  const reasons = attempts.map((one): CancellationReason =>
    'reason' in one ? one.reason : { Code: 'None' },
  );
  const codes = reasons.map(({ Code }) => Code).join(', ');
  throw new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { extra: { CancellationReasons: reasons } },
  );
}

function reasonOf(error: unknown): CancellationReason {
  if (error instanceof AwsError && error.code === 'ConditionalCheckFailedException') {
    return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.extra };
  }
  if (error instanceof AwsError && error.code === 'ValidationException') {
    return { Code: 'ValidationError', Message: error.message };
  }
  throw error;
}
