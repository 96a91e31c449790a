import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState } from '../../../ui/StateCard.tsx';
import { useMe } from '../../account/index.ts';
import { hasSecondFactor } from '../api/second-factor.ts';
import { Card } from '../frame/Card.tsx';
import { SecondFactorCard } from './SecondFactorCard.tsx';
import { SignOutEverywhereCard } from './SignOutEverywhereCard.tsx';

/** What keeps others out. */
export function SecuritySettings() {
  const { person } = useMe();
  const userId = person?.userId;
  const factor = useQuery({
    queryKey: ['second-factor', userId],
    queryFn: hasSecondFactor,
    enabled: userId !== undefined,
  });
  return (
    <>
      {factor.error ? (
        <ErrorState error={factor.error} onRetry={() => void factor.refetch()} busy={factor.isFetching} />
      ) : person && factor.data !== undefined ? (
        <SecondFactorCard person={person} isOn={factor.data} />
      ) : (
        <div aria-busy="true">
          <Card title="Second factor">
            <Skeleton width="80%" />
          </Card>
        </div>
      )}
      <SignOutEverywhereCard />
    </>
  );
}
