import type { DataSourceOutcome } from './data-source.ts';

/** Payloads of the same resolver, gathered until the event loop turns or the batch is full. */
export interface Batch {
  readonly payloads: unknown[];
  readonly outcome: Promise<DataSourceOutcome>;
}

/**
 * Adds a payload to the caller's batch, or starts one. The function gets the list of payloads and must answer
 * with a list of the same length.
 */
export async function joinBatch(
  batches: Map<object, Batch>,
  caller: object,
  payload: unknown,
  maxSize: number,
  run: (payloads: unknown[]) => Promise<DataSourceOutcome>,
): Promise<DataSourceOutcome> {
  let batch = batches.get(caller);
  if (!batch || batch.payloads.length >= maxSize) {
    const payloads: unknown[] = [];
    const outcome = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      if (batches.get(caller)?.payloads === payloads) batches.delete(caller);
      return run(payloads);
    });
    batch = { payloads, outcome };
    batches.set(caller, batch);
  }
  const index = batch.payloads.push(payload) - 1;
  const size = batch.payloads;
  const { result, error } = await batch.outcome;
  if (error) return { result: null, error };
  if (!Array.isArray(result) || result.length !== size.length) {
    const message = `BatchInvoke: the function must return a list of ${size.length} results.`;
    return { result: null, error: { message, type: 'Lambda:IllegalArgument' } };
  }
  return { result: result[index] ?? null };
}
