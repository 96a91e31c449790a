import { Logo } from '../../ui/Logo.tsx';
import { HomeLink } from './HomeLink.tsx';
import styles from './Bars.module.css';

/** The bar at the top of a phone: where one is. */
export function TopBar() {
  return (
    <header className={styles.top}>
      <HomeLink className={styles.brand} label="Cruddur, home">
        <Logo size={28} />
        Cruddur
      </HomeLink>
    </header>
  );
}
