import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../lib/session/session.ts';

async function readGroups(): Promise<readonly string[]> {
  const { fetchAuthSession } = await import('aws-amplify/auth');
  const { tokens } = await fetchAuthSession();
  const groups = tokens?.accessToken.payload['cognito:groups'];
  return Array.isArray(groups) ? groups.map(String) : [];
}

/** Whether the token of the signed-in person says «moderators». Only for what is shown: the API decides by itself. */
export function useIsModerator(): boolean {
  const session = useSession();
  const userId = session.status === 'person' ? session.person.userId : undefined;
  const { data } = useQuery({
    queryKey: ['me', userId, 'groups'],
    queryFn: readGroups,
    enabled: userId !== undefined,
    staleTime: 300_000,
  });
  return userId !== undefined && (data?.includes('moderators') ?? false);
}
