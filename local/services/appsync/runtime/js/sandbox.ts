import vm from 'node:vm';
import { MAKE_CONTEXT } from './context.ts';

/** How many items all for-of loops of one evaluation may go through together. */
const MAX_ITERATIONS = 1_000_000;

/** What APPSYNC_JS has of ECMAScript's globals; all others are removed, `Date` and `Promise` among them. */
const ALLOWED = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'Math', 'JSON', 'NaN', 'Infinity', 'undefined'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite'],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
];

/**
 * Removes what AppSync lacks and closes the rest against change, since all handlers share it: constructors and
 * namespaces are frozen, prototypes take no new members. (Frozen prototypes would forbid data with members such as
 * `toString`.)
 */
const PREPARE = `((allowed) => {
  const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  const world = globalThis;
  const { freeze, preventExtensions } = Object;
  for (const name of Object.getOwnPropertyNames(world)) {
    const value = world[name];
    if (typeof value === 'function' && value.prototype) preventExtensions(value.prototype);
    if ((typeof value === 'function' || typeof value === 'object') && value !== world && value) freeze(value);
    if (!allowed.includes(name)) delete world[name];
  }
  preventExtensions(iterator);
})`;

/** Goes through what it is given and counts, so that a loop over a list that grows comes to an end. */
const BOUNDED = `(() => {
  const iteratorOf = Symbol.iterator;
  let left = 0;
  class Counted {
    constructor(iterator) { this.iterator = iterator; }
    [iteratorOf]() { return this; }
    next() {
      if (--left < 0) throw new RangeError('The loops of this handler ran more than ${MAX_ITERATIONS} times');
      return this.iterator.next();
    }
  }
  return { bounded: (items) => new Counted(items[iteratorOf]()), reset: () => { left = ${MAX_ITERATIONS}; } };
})()`;

/** The realm that all handlers share. */
export interface Sandbox {
  readonly context: vm.Context;
  /** Makes `ctx` with objects of the realm. */
  readonly makeContext: (raw: unknown, args: unknown, stash: unknown) => { readonly stash: unknown };
  /** What for-of loops go through in place of the list itself. */
  readonly bounded: (items: unknown) => unknown;
  /** Starts a new evaluation's count of loop iterations. */
  readonly resetIterations: () => void;
}

let shared: Sandbox | undefined;

/**
 * A realm with AppSync's globals only: no Node, no timers, no network, no code from text; made once, since each costs
 * 2 ms and megabytes. It keeps code from relying on what AppSync lacks and handlers from changing each other's
 * world; it is no wall against code that wants to break out.
 */
export function sandbox(): Sandbox {
  return (shared ??= createSandbox());
}

function createSandbox(): Sandbox {
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const loops = vm.runInContext(BOUNDED, context) as {
    readonly bounded: Sandbox['bounded'];
    readonly reset: () => void;
  };
  const makeContext = vm.runInContext(MAKE_CONTEXT, context) as Sandbox['makeContext'];
  (vm.runInContext(PREPARE, context) as (allowed: readonly string[]) => void)(ALLOWED);
  return { context, makeContext, bounded: loops.bounded, resetIterations: loops.reset };
}
