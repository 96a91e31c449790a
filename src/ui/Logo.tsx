const DOTS = [
  [23.07, 7.57, 3.1, 1],
  [17.44, 5.09, 2.89, 0.9],
  [11.35, 6.03, 2.68, 0.8],
  [6.72, 10.09, 2.46, 0.71],
  [5, 16, 2.25, 0.61],
  [6.72, 21.91, 2.04, 0.51],
  [11.35, 25.97, 1.83, 0.42],
  [17.44, 26.91, 1.61, 0.32],
  [23.07, 24.43, 1.4, 0.22],
] as const;

/** The mark: a C of dots that fades, like what is posted here. The same drawing as public/favicon.svg. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">
      {DOTS.map(([x, y, r, opacity]) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r={r} opacity={opacity} />
      ))}
    </svg>
  );
}
