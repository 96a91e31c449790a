import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudContext } from '../../../core/context.ts';

/** How far each mapping has read its stream; kept over restarts. `null` is before the oldest record. */
export interface Positions {
  get(mapping: string): string | null | undefined;
  set(mapping: string, sequenceNumber: string | null): void;
  clear(): void;
}

export function createPositions(cloud: CloudContext): Positions {
  const file = join(cloud.stateFolder('lambda'), 'stream-positions.json');
  const positions = new Map<string, string | null>(
    existsSync(file)
      ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | null>)
      : [],
  );
  return {
    get: (mapping) => positions.get(mapping),
    set(mapping, sequenceNumber) {
      positions.set(mapping, sequenceNumber);
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(positions)));
      renameSync(`${file}.new`, file);
    },
    clear() {
      positions.clear();
      rmSync(file, { force: true });
    },
  };
}
