import { lazy, Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation, useNavigationType } from 'react-router';
import { SuspendedNotice } from '../../features/account/index.ts';
import { ComposerDialog } from '../../features/compose/index.ts';
import { FeedLive, goToTop } from '../../features/feed/index.ts';
import { useSearchKey } from './use-search-key.ts';
import { useSession } from '../../lib/session/session.ts';
import { classNames } from '../../ui/class-names.ts';
import { stays } from '../../ui/stay.ts';
import { BottomBar } from './BottomBar.tsx';
import { LiveCruds } from './LiveCruds.tsx';
import { SideBar } from './SideBar.tsx';
import { SideNav } from './SideNav.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import styles from './Shell.module.css';

// Only people who are signed in hear of new pictures.
const PictureLive = lazy(async () => ({
  default: (await import('../../features/images/index.ts')).PictureLive,
}));

/** What stands around every page but the auth screens. */
export function Shell() {
  const session = useSession();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useFocusOnNewPage(main);
  useSearchKey();
  // Messages fill the window and scroll inside.
  const isRoom = /^\/messages(\/|$)/.test(pathname);
  return (
    <div className={classNames(styles.shell, isRoom && styles.room)}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      <SideNav />
      <TopBar />
      <main id="main" ref={main} className={styles.main} tabIndex={-1}>
        <StatusBar />
        <SuspendedNotice />
        <Outlet />
      </main>
      {!isRoom && <SideBar />}
      <BottomBar />
      <FeedLive />
      <LiveCruds />
      <ShortcutSheet />
      {session.status === 'person' && (
        <>
          <ComposerDialog person={session.person} onPublish={goToTop} />
          <Suspense>
            <PictureLive userId={session.person.userId} />
          </Suspense>
        </>
      )}
    </div>
  );
}

/** A new page has the focus at its start and the window at its top; going back leaves that to the page. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname, state } = useLocation();
  const stay = stays(state);
  const arrivedBy = useNavigationType();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (arrivedBy === 'POP') return;
    if (pathname !== '/' && !stay) scrollTo(0, 0);
    // What the page has given the focus itself keeps it, and so does a link that is still there.
    const active = document.activeElement;
    if (active !== main.current && main.current?.contains(active)) return;
    main.current?.focus({ preventScroll: true });
  }, [pathname, arrivedBy, stay, main]);
}
