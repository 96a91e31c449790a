import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FullProfile } from '../../lib/data/full-profile.ts';
import { session, useSession, type Person } from '../../lib/session/session.ts';
import { fetchMe } from './api/me.ts';

interface Me {
  /** Whoever is signed in: from the profile when it is there, else as the token names them. */
  person: Person | undefined;
  profile: FullProfile | undefined;
  error: unknown;
  retry: () => void;
}

/** The signed-in person, and how far their profile is. */
export function useMe(): Me {
  const current = useSession();
  const userId = current.status === 'person' ? current.person.userId : undefined;
  const query = useQuery({ queryKey: ['me', userId], queryFn: fetchMe, enabled: userId !== undefined });
  const profile = userId ? query.data : undefined;

  useEffect(() => {
    if (!profile || !userId) return;
    const { displayName, handle } = profile;
    const known = session.get();
    if (known.status !== 'person' || known.person.userId !== userId) return;
    if (known.person.handle === handle && known.person.displayName === displayName) return;
    session.signedIn({ userId, displayName, handle });
  }, [profile, userId]);

  return {
    person: current.status === 'person' ? current.person : undefined,
    profile,
    error: userId ? query.error : null,
    retry: () => void query.refetch(),
  };
}
