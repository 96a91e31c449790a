/** `util.math`; rounding goes half up, as Java's `Math.round`. */
export const math = {
  roundNum: (value: unknown): number => Math.floor(Number(value) + 0.5),
  minVal: (a: unknown, b: unknown): number => Math.min(Number(a), Number(b)),
  maxVal: (a: unknown, b: unknown): number => Math.max(Number(a), Number(b)),
  randomDouble: (): number => Math.random(),
  /** From the lower bound up to, not including, the upper one. */
  randomWithinRange: (start: unknown, end: unknown): number => {
    const low = Math.trunc(Number(start));
    return low + Math.floor(Math.random() * Math.max(0, Math.trunc(Number(end)) - low));
  },
};
