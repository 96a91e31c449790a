import { templateError } from './errors.ts';
import type { Scope } from './scope.ts';
import { asPair } from './strings.ts';

/** `Fn::Select`: [index, list]. */
export function select(scope: Scope, value: unknown): unknown {
  const [rawIndex, list] = asPair(scope, value, 'Fn::Select');
  const index = Number(rawIndex);
  if (!Array.isArray(list))
    throw templateError(scope, 'Fn::Select requires a list argument with two elements');
  if (!Number.isInteger(index) || index < 0 || index >= list.length) {
    throw templateError(scope, `Fn::Select cannot select nonexistent value at index ${rawIndex}`);
  }
  return list[index];
}

/** `Fn::Length`. */
export function length(scope: Scope, value: unknown): number {
  if (!Array.isArray(value)) throw templateError(scope, 'Fn::Length must be an array');
  return value.length;
}

/** `Fn::GetAZs`: three zones for any region. */
export function availabilityZones(scope: Scope, value: unknown): string[] {
  const region = value === '' || value === undefined ? scope.region : String(value);
  return ['a', 'b', 'c'].map((zone) => `${region}${zone}`);
}

/** `Fn::Cidr`: [block, count, bits]. IPv4 only. */
export function cidr(scope: Scope, value: unknown): string[] {
  const [block, count, bits] = Array.isArray(value) ? value : [];
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(String(block));
  const wanted = Number(count);
  const prefix = 32 - Number(bits);
  if (!match || !(wanted >= 1 && wanted <= 256) || !(prefix >= Number(match[5]) && prefix <= 32)) {
    throw templateError(scope, `Fn::Cidr got invalid parameters ${JSON.stringify(value)}`);
  }
  const base = match.slice(1, 5).reduce((address, part) => address * 256 + Number(part), 0);
  const size = 2 ** (32 - prefix);
  if (wanted > 2 ** (prefix - Number(match[5]))) {
    throw templateError(scope, `Fn::Cidr can't split ${block} into ${count} blocks`);
  }
  return Array.from({ length: wanted }, (_unused, index) => `${dotted(base + index * size)}/${prefix}`);
}

/** `Fn::FindInMap`: [map, first key, second key]. */
export function findInMap(scope: Scope, value: unknown): unknown {
  const [map, first, second, options] = Array.isArray(value) ? value : [];
  const found = scope.template.Mappings?.[String(map)]?.[String(first)]?.[String(second)];
  if (found !== undefined) return found;
  const fallback = (options as { DefaultValue?: unknown } | undefined)?.DefaultValue;
  if (fallback !== undefined) return fallback;
  throw templateError(scope, `Unable to get mapping for ${map}::${first}::${second}`);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
