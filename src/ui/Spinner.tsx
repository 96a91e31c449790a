import styles from './Spinner.module.css';

/** Decoration: whoever shows it says in words what is under way. */
export function Spinner() {
  return <span className={styles.spinner} data-spinner="" aria-hidden="true" />;
}
