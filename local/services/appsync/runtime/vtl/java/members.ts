import { isRecord, setKey } from '../../util/json.ts';
import { ForeachScope, Namespace } from '../namespace.ts';
import { listMethods } from './lists.ts';
import { mapMethods } from './maps.ts';
import { booleanMethods, numberMethods } from './scalars.ts';
import { stringMethods } from './strings.ts';

/** `$base.name`: a map's entry, a runtime object's member, or a bean's property. Undefined when there is none. */
export function readProperty(base: unknown, name: string): unknown {
  if (base instanceof Namespace) return base.members.get(name);
  if (Array.isArray(base)) return name === 'empty' ? base.length === 0 : undefined;
  if (typeof base === 'string') return name === 'empty' ? base === '' : undefined;
  if (typeof base === 'object' && base !== null && Object.hasOwn(base, name)) {
    return (base as Record<string, unknown>)[name];
  }
  return undefined;
}

/** `$base[key]`. Outside a list's bounds it is null, as in Velocity. */
export function readIndex(base: unknown, key: unknown): unknown {
  if (Array.isArray(base)) return base[Number(key)];
  return readProperty(base, String(key));
}

/** Assigns `$base.name` or `$base[key]`; what can't hold members is left alone, as Velocity does. */
export function writeMember(base: unknown, key: unknown, value: unknown): void {
  if (Array.isArray(base)) base[Number(key)] = value;
  else if (isRecord(base) && !(base instanceof Namespace) && !(base instanceof ForeachScope)) {
    setKey(base, String(key), value);
  }
}

/** `$base.name(args)`. Undefined when the value has no such method; on null every call is ignored, as AppSync does. */
export function callMethod(base: unknown, name: string, args: readonly unknown[]): unknown {
  if (base === null || base === undefined) return undefined;
  if (base instanceof Namespace) {
    const member = base.members.get(name);
    return typeof member === 'function'
      ? (member as (...values: readonly unknown[]) => unknown)(...args)
      : undefined;
  }
  if (typeof base === 'string') return stringMethods.get(name)?.(base, ...args);
  if (typeof base === 'number') return numberMethods.get(name)?.(base, ...args);
  if (typeof base === 'boolean') return booleanMethods.get(name)?.(base, ...args);
  if (Array.isArray(base)) return listMethods.get(name)?.(base, ...args);
  if (base instanceof ForeachScope) return readProperty(base, beanProperty(name));
  if (!isRecord(base)) return undefined;
  const method = mapMethods.get(name);
  return method === undefined ? readProperty(base, beanProperty(name)) : method(base, ...args);
}

/** `getKey` and `isLast` as the properties `key` and `last`. */
function beanProperty(method: string): string {
  const bean = /^(?:get|is)([A-Z].*)$/.exec(method)?.[1];
  return bean === undefined ? method : bean.charAt(0).toLowerCase() + bean.slice(1);
}
