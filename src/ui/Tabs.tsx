import { NavLink } from 'react-router';
import { STAY } from './stay.ts';
import styles from './Tabs.module.css';

interface TabsProps {
  /** What they are the parts of, for screen readers. */
  label: string;
  tabs: readonly { to: string; label: string; /** Where the path alone doesn't tell. */ current?: boolean }[];
  /** Goes from one to the other without an entry of the history each. */
  replace?: boolean;
  /** They change what is below them, and the reader stays where they are. */
  stay?: boolean;
}

/** The parts of a page that have addresses of their own, beside one another. */
export function Tabs({ label, tabs, replace, stay }: TabsProps) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={tab.to}
          end
          replace={replace}
          state={stay ? STAY : undefined}
          className={styles.tab}
          {...(tab.current === false && { 'aria-current': false })}
        >
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
