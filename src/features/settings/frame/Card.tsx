import { useId, type ReactNode } from 'react';
import styles from './Card.module.css';

interface CardProps {
  title: string;
  children: ReactNode;
  /** For what cannot be taken back. */
  grave?: boolean;
}

/** One matter within a section. */
export function Card({ title, children, grave }: CardProps) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id} data-grave={grave || undefined}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A form, or a part of one, within a card. */
export { styles as cardStyles };
