import { useIsModerator } from '../../features/account/index.ts';
import { useSession } from '../../lib/session/session.ts';
import { NAV_ITEMS, type NavItem } from './nav-items.ts';

/** The items for whoever is here, each with its address. */
export function useNavItems(): (NavItem & { path: string })[] {
  const session = useSession();
  const person = session.status === 'person' ? session.person : undefined;
  const isModerator = useIsModerator();
  const isFor: Record<NavItem['for'], boolean> = {
    everyone: true,
    guest: session.status === 'guest',
    person: person !== undefined,
    moderator: isModerator,
  };
  return NAV_ITEMS.filter((item) => isFor[item.for]).flatMap((item) => {
    if (typeof item.to === 'string') return { ...item, path: item.to };
    return person ? { ...item, path: item.to(person) } : [];
  });
}
