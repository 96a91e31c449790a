import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { IconButton } from './Button.tsx';
import styles from './PageHeader.module.css';

interface PageHeaderProps {
  /** The page's only h1. */
  title: ReactNode;
  /** Where «Back» leads when this page was opened by a link from outside. */
  home?: string;
}

/** What a page is, and the way back to where one came from. */
export function PageHeader({ title, home = '/' }: PageHeaderProps) {
  const navigate = useNavigate();
  const { key } = useLocation();
  const goBack = (): void => void (key === 'default' ? navigate(home) : navigate(-1));
  return (
    <header className={styles.header}>
      <IconButton icon="back" label="Back" onClick={goBack} />
      <h1 className={styles.title}>{title}</h1>
    </header>
  );
}
