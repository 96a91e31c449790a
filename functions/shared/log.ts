/** Writes one structured line to the function's log. Errors keep their name, message and cause. */
export function log(
  level: 'info' | 'warn' | 'error',
  message: string,
  details: Record<string, unknown> = {},
): void {
  const { error, ...rest } = details;
  console[level](
    JSON.stringify({ level, message, ...rest, ...(error !== undefined && { error: describe(error) }) }),
  );
}

function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    name: error.name,
    message: error.message,
    ...(error.cause !== undefined && { cause: describe(error.cause) }),
  };
}
