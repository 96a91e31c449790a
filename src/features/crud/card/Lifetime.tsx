import { useClock } from '../../../lib/time/clock.ts';
import { fullTime, lifeFraction, remainingLife, spokenLife } from '../../../lib/time/format.ts';
import { Ring } from '../../../ui/Ring.tsx';
import styles from './Lifetime.module.css';

interface LifetimeProps {
  createdAt: string;
  expiresAt: string;
}

const HOUR = 3_600_000;

/** How long a crud still lives: a ring that runs out, and words that count down. */
export function Lifetime({ createdAt, expiresAt }: LifetimeProps) {
  const end = Date.parse(expiresAt);
  const left = useClock((now) => remainingLife(end, now));
  const spoken = useClock((now) => spokenLife(end, now));
  const percent = useClock((now) => Math.round(lifeFraction(Date.parse(createdAt), end, now) * 100));
  const urgent = useClock((now) => end - now < HOUR);
  return (
    <span className={styles.lifetime} data-urgent={urgent || undefined} title={`Fades ${fullTime(end)}`}>
      <Ring fraction={percent / 100} />
      <span aria-hidden="true">{left || 'gone'}</span>
      <span className="visually-hidden">{spoken ? `fades in ${spoken}` : 'has expired'}</span>
    </span>
  );
}
