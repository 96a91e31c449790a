const RealDate = Date;
let offset = 0;

/** Makes this thread's `Date` run ahead by so many milliseconds, as the local cloud's clock does. */
export function moveClock(milliseconds: number): void {
  offset = milliseconds;
  if (milliseconds !== 0 && globalThis.Date === RealDate) globalThis.Date = createMovedDate();
}

function createMovedDate(): DateConstructor {
  const moved = function (this: unknown, ...parts: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(RealDate.now() + offset).toString();
    const all = parts.length === 0 ? [RealDate.now() + offset] : parts;
    return Reflect.construct(RealDate, all, new.target === moved ? RealDate : new.target);
  };
  // `prototype` is shared, so that `instanceof Date` holds for dates made before and after.
  Object.setPrototypeOf(moved, RealDate);
  moved.prototype = RealDate.prototype;
  Object.assign(moved, { now: () => RealDate.now() + offset, parse: RealDate.parse, UTC: RealDate.UTC });
  return moved as unknown as DateConstructor;
}
