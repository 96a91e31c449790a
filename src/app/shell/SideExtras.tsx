import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { whenCalm } from '../../lib/query/when-calm.ts';
import styles from './SideBar.module.css';

// After the page itself; a phone, which has no sidebar, never loads it for this.
const load = async () => {
  await whenCalm();
  return import('../../features/discover/index.ts');
};
const SideSearch = lazy(async () => ({ default: (await load()).SideSearch }));
const SideDiscover = lazy(async () => ({ default: (await load()).SideDiscover }));

const wide = matchMedia('(min-width: 1080px)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}

/** The search field on top of the sidebar; its place is kept from the start. */
export function SideBarSearch() {
  const isWide = useIsWide();
  const { pathname } = useLocation();
  // The search page has one of its own.
  if (pathname === '/search') return null;
  return (
    <div className={styles.search}>
      <Suspense>{isWide && <SideSearch />}</Suspense>
    </div>
  );
}

/** Hashtags and people, under what does not move. */
export function SideBarDiscover() {
  const isWide = useIsWide();
  const { pathname } = useLocation();
  // The search page shows the same, larger.
  if (pathname === '/search') return null;
  return (
    <div className={styles.discover}>
      <Suspense>{isWide && <SideDiscover />}</Suspense>
    </div>
  );
}
