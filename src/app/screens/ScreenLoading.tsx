import { Spinner } from '../../ui/Spinner.tsx';
import styles from './Screens.module.css';

/** While the code of a screen is on its way. */
export function ScreenLoading() {
  return (
    <div role="status" className={styles.loading}>
      <Spinner />
      <span className="visually-hidden">Loading</span>
    </div>
  );
}
