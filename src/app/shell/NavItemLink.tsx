import { Suspense } from 'react';
import { NavLink } from 'react-router';
import { Icon } from '../../ui/Icon.tsx';
import { HomeLink } from './HomeLink.tsx';
import type { NavItem } from './nav-items.ts';
import styles from './NavItemLink.module.css';

interface NavItemLinkProps {
  item: NavItem & { path: string };
  className?: string;
  labelClassName?: string;
  onClick?: () => void;
}

/** A page of the navigation, with what waits there at the corner of its icon. */
export function NavItemLink({ item, className, labelClassName, onClick }: NavItemLinkProps) {
  const { path, label, icon, badge: Badge } = item;
  const content = (
    <>
      <span className={styles.icon}>
        <Icon name={icon} size={24} />
        {Badge && (
          <span className={styles.badge}>
            <Suspense>
              <Badge />
            </Suspense>
          </span>
        )}
      </span>
      <span className={labelClassName}>{label}</span>
    </>
  );
  if (path === '/') return <HomeLink className={className}>{content}</HomeLink>;
  return (
    <NavLink to={path} className={className} onClick={onClick}>
      {content}
    </NavLink>
  );
}
