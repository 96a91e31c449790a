/** Thrown by `runtime.earlyReturn` to leave the handler; handlers can't catch, so it always reaches the evaluator. */
export class EarlyReturn {
  readonly value: unknown;
  readonly skipTo: 'NEXT' | 'END';

  constructor(value: unknown, skipTo: 'NEXT' | 'END') {
    this.value = value;
    this.skipTo = skipTo;
  }
}

/** `runtime.earlyReturn(value?, { skipTo }?)`. */
export function earlyReturn(value?: unknown, options?: { readonly skipTo?: unknown }): never {
  throw new EarlyReturn(value, options?.skipTo === 'END' ? 'END' : 'NEXT');
}
