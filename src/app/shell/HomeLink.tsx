import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { goToTop } from '../../features/feed/index.ts';

interface HomeLinkProps {
  className?: string;
  children: ReactNode;
  label?: string;
}

/** Goes home; who is there already goes to the top, with what is new. */
export function HomeLink({ className, children, label }: HomeLinkProps) {
  const { pathname } = useLocation();
  return (
    <NavLink
      to="/"
      end
      className={className}
      aria-label={label}
      onClick={(event) => {
        if (pathname !== '/' || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        goToTop();
      }}
    >
      {children}
    </NavLink>
  );
}
