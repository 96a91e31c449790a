import { onCLS, onFCP, onINP, onLCP, onTTFB, type Metric } from 'web-vitals';
import { send } from './report.ts';

/** Collects the Web Vitals of this visit and sends them when the page goes out of sight. */
export function followVitals(): void {
  const values = new Map<string, number>();
  const note = ({ name, value }: Metric): void => void values.set(name, value);
  for (const follow of [onCLS, onFCP, onINP, onLCP, onTTFB]) follow(note);
  addEventListener('visibilitychange', () => {
    if (!document.hidden || values.size === 0) return;
    const events = [...values].map(([name, value]) => ({ kind: 'vital', name, value }));
    values.clear();
    void send(events);
  });
}
