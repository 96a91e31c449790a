interface RingProps {
  /** How much of it is drawn, from 0 to 1. */
  fraction: number;
  size?: number;
  thickness?: number;
}

/** A ring that is drawn in part, starting at the top. Decoration: the text beside it says the same. */
export function Ring({ fraction, size = 16, thickness = 2.5 }: RingProps) {
  const radius = (size - thickness) / 2;
  const centre = size / 2;
  const circle = { cx: centre, cy: centre, r: radius, fill: 'none', strokeWidth: thickness };
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <circle {...circle} stroke="var(--line)" />
      {fraction > 0 && (
        <circle
          {...circle}
          stroke="currentColor"
          strokeLinecap="round"
          pathLength="100"
          strokeDasharray={`${Math.min(1, fraction) * 100} 100`}
          transform={`rotate(-90 ${centre} ${centre})`}
        />
      )}
    </svg>
  );
}
