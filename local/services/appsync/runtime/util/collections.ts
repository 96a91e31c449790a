import { isRecord, jsonEqual, setKey } from './json.ts';

export function copyAndRetainAll(list: unknown, wanted: unknown): unknown[] {
  return asList(list).filter((item) => asList(wanted).some((other) => jsonEqual(item, other)));
}

export function copyAndRemoveAll(list: unknown, unwanted: unknown): unknown[] {
  return asList(list).filter((item) => !asList(unwanted).some((other) => jsonEqual(item, other)));
}

export function copyAndRetainAllKeys(map: unknown, wanted: unknown): Record<string, unknown> {
  const keys = new Set(asList(wanted).map(String));
  return pick(map, (key) => keys.has(key));
}

export function copyAndRemoveAllKeys(map: unknown, unwanted: unknown): Record<string, unknown> {
  const keys = new Set(asList(unwanted).map(String));
  return pick(map, (key) => !keys.has(key));
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function pick(map: unknown, keep: (key: string) => boolean): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  if (isRecord(map)) for (const key of Object.keys(map)) if (keep(key)) setKey(copy, key, map[key]);
  return copy;
}
