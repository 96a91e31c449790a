import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../account/index.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState } from '../../../ui/StateCard.tsx';
import { Card } from '../frame/Card.tsx';
import { fetchEmail } from '../api/email.ts';
import { EmailCard } from './EmailCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';

/** How one signs in: the address and the password. */
export function AccountSettings() {
  const { person } = useMe();
  const userId = person?.userId;
  const email = useQuery({
    queryKey: ['email', userId],
    queryFn: fetchEmail,
    enabled: userId !== undefined,
  });
  if (email.error) {
    return <ErrorState error={email.error} onRetry={() => void email.refetch()} busy={email.isFetching} />;
  }
  if (!userId || email.data === undefined) {
    return (
      <div aria-busy="true">
        <Card title="E-mail address">
          <Skeleton width="70%" />
        </Card>
      </div>
    );
  }
  return (
    <>
      <EmailCard userId={userId} email={email.data} />
      <PasswordCard email={email.data} />
    </>
  );
}
