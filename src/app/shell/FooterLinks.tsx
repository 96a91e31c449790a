import { Link } from 'react-router';
import styles from './FooterLinks.module.css';

/** The pages about Cruddur itself. */
export function FooterLinks({ onClick }: { onClick?: () => void }) {
  return (
    <ul className={styles.links}>
      <li>
        <Link to="/about" onClick={onClick}>
          About
        </Link>
      </li>
      <li>
        <Link to="/privacy" onClick={onClick}>
          Privacy
        </Link>
      </li>
      <li>
        <Link to="/terms" onClick={onClick}>
          Terms
        </Link>
      </li>
    </ul>
  );
}
