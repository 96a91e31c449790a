/**
 * An object of the runtime itself (`$util`, `$util.time`, `$extensions`): its members are read and called by name and
 * it is no data, so no map method applies to it.
 */
export class Namespace {
  readonly members: ReadonlyMap<string, unknown>;

  constructor(members: Readonly<Record<string, unknown>>) {
    this.members = new Map(Object.entries(members));
  }

  toString(): string {
    return '';
  }
}

/** `$foreach` inside a loop. */
export class ForeachScope {
  readonly index: number;
  readonly count: number;
  readonly hasNext: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly parent: unknown;

  constructor(index: number, length: number, parent: unknown) {
    this.index = index;
    this.count = index + 1;
    this.hasNext = index + 1 < length;
    this.first = index === 0;
    this.last = index + 1 === length;
    this.parent = parent;
  }
}
