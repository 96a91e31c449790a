/**
 * The source of a function that runs inside the sandbox: it makes `ctx` from the engine's context, with objects of
 * the sandbox's own realm, so that no handler can reach or change what other requests share. Members are copied when
 * first read, since most handlers read few. `ctx` itself can't be reassigned member by member, as AppSync has it.
 */
export const MAKE_CONTEXT = `(() => {
  const copy = (value) => {
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
    if (Array.isArray(value)) {
      const list = [];
      for (let index = 0; index < value.length; index++) list.push(copy(value[index]));
      return list;
    }
    const map = {};
    for (const key of Object.keys(value)) {
      if (key === '__proto__') Object.defineProperty(map, key, { value: copy(value[key]), writable: true, enumerable: true, configurable: true });
      else map[key] = copy(value[key]);
    }
    return map;
  };
  const NONE = {};
  return (raw, args, stash) => {
    let a = NONE, identity = NONE, source = NONE, request = NONE, info = NONE, env = NONE, prev = NONE, result = NONE, error = NONE;
    const ctx = {
      get arguments() { return a === NONE ? (a = copy(args)) : a; },
      get args() { return a === NONE ? (a = copy(args)) : a; },
      get identity() { return identity === NONE ? (identity = copy(raw.identity)) : identity; },
      get source() { return source === NONE ? (source = copy(raw.source)) : source; },
      get request() { return request === NONE ? (request = copy(raw.request)) : request; },
      get info() { return info === NONE ? (info = copy(raw.info)) : info; },
      get env() { return env === NONE ? (env = copy(raw.env)) : env; },
      get prev() { return prev === NONE ? (prev = copy(raw.prev)) : prev; },
      get result() { return result === NONE ? (result = copy(raw.result)) : result; },
      get error() { return error === NONE ? (error = copy(raw.error)) : error; },
      stash: copy(stash),
    };
    return ctx;
  };
})()`;
