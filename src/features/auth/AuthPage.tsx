import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Logo } from '../../ui/Logo.tsx';
import styles from './AuthPage.module.css';

interface AuthPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** The other ways from here. */
  footer?: ReactNode;
}

/** The frame of the auth screens: nothing beside the form. */
export function AuthPage({ title, lead, children, footer }: AuthPageProps) {
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <title>{`${title} · Cruddur`}</title>
      <Link to="/" className={styles.brand}>
        <Logo size={34} />
        Cruddur
      </Link>
      <div className={styles.card}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
      {footer && <p className={styles.footer}>{footer}</p>}
    </main>
  );
}
