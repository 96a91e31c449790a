import { Ring } from './Ring.tsx';
import styles from './GraphemeMeter.module.css';

interface GraphemeMeterProps {
  length: number;
  limit: number;
  id: string;
}

const NEAR = 40;

/** How much of the limit is used; near the limit and over it, in figures. */
export function GraphemeMeter({ length, limit, id }: GraphemeMeterProps) {
  const left = limit - length;
  const state = left < 0 ? 'over' : left <= NEAR ? 'near' : undefined;
  const words = left < 0 ? `${-left} characters too many` : `${left} characters left`;
  return (
    <span className={styles.meter} data-state={state} title={words}>
      {state && <span aria-hidden="true">{left}</span>}
      <Ring fraction={length / limit} size={22} thickness={3} />
      <span id={id} className="visually-hidden">
        {words}
      </span>
    </span>
  );
}
