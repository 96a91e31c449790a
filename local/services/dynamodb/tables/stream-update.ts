import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import type { RequestReader } from '../request/reader.ts';
import { readStream } from './create-request.ts';
import type { TableDefinition } from './definition.ts';
import { newStream } from './table-changes.ts';

/** A table's stream after an UpdateTable. Throws when it is on or off already. */
export function streamUpdate(
  engine: Engine,
  { Stream: current }: TableDefinition,
  request: RequestReader,
): TableDefinition['Stream'] {
  const wanted = readStream(request);
  if (!wanted) return current;
  if (wanted.enabled && current?.Enabled) throw validationError('Table already has an enabled stream');
  if (wanted.enabled) return newStream(engine, wanted.viewType!);
  if (!current?.Enabled) throw validationError('Table has no stream to disable');
  return { ...current, Enabled: false };
}
