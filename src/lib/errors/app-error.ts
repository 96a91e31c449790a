/**
 * What went wrong, as the app tells it apart. `Network`, `SignedOut` and `Internal` are ours; the others are the
 * `errorType` of the API or the name of a Cognito exception, as they came.
 */
export class AppError extends Error {
  readonly type: string;
  /** Under which the backend's trace can be found, for errors of ours. */
  traceId?: string;

  constructor(type: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'AppError';
    this.type = type;
  }
}
