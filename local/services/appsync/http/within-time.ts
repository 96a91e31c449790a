import type { GraphQLResult } from '../execution/execute.ts';

/** The result, or AppSync's error when it takes longer than allowed. What already runs is not undone. */
export async function withinTime(
  running: Promise<GraphQLResult>,
  milliseconds: number,
): Promise<GraphQLResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<GraphQLResult>((resolve) => {
    const error = {
      path: null,
      errorType: 'ExecutionTimeout',
      locations: null,
      message: 'Execution timed out.',
    };
    timer = setTimeout(() => resolve({ data: null, errors: [error] }), milliseconds);
    timer.unref();
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}
