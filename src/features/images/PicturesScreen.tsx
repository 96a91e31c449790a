import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../lib/session/session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/StateCard.tsx';
import { fetchOwnPictures } from './api/documents.ts';
import { AvatarEditor } from './AvatarEditor.tsx';
import { CoverEditor } from './CoverEditor.tsx';
import styles from './PicturesScreen.module.css';

/** One's own picture and cover. */
export function PicturesScreen() {
  const session = useSession();
  return (
    <section className={styles.page}>
      <title>Your pictures · Cruddur</title>
      <meta name="robots" content="noindex" />
      <h1>Your pictures</h1>
      {session.status === 'guest' && (
        <EmptyState
          icon="person"
          title="Sign in first"
          action={
            <ButtonLink to="/sign-in" state={{ from: '/settings/pictures' }}>
              Sign in
            </ButtonLink>
          }
        >
          Then you can show the others a picture of yours.
        </EmptyState>
      )}
      {session.status === 'person' && <OwnPictures userId={session.person.userId} />}
    </section>
  );
}

function OwnPictures({ userId }: { userId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['own-pictures', userId],
    queryFn: fetchOwnPictures,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <div aria-busy="true">
        <Skeleton width={96} height={96} round />
      </div>
    );
  }
  return (
    <>
      <AvatarEditor profile={data} />
      <CoverEditor profile={data} />
    </>
  );
}
