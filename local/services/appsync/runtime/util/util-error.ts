/**
 * Input that a utility refuses. APPSYNC_JS reports it as errorType `Code` at the place of the call, with this message
 * and no error's name; VTL as a failure of the template.
 */
export class UtilError extends Error {
  override readonly name = 'UtilError';

  constructor(message: string) {
    super(message);
    // The handler's own frame may lie deeper than the ten that an error keeps.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 100;
    Error.captureStackTrace(this, UtilError);
    Error.stackTraceLimit = limit;
  }
}
