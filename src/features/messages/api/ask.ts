import { request } from '../../../lib/data/request.ts';

/** Sends a document with one field, and answers that field. Throws AppError. */
export async function ask<Value>(document: string, variables: Record<string, unknown> = {}): Promise<Value> {
  const data = await request<Record<string, Value>>(document, variables);
  return Object.values(data)[0] as Value;
}
