import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/StateCard.tsx';

export function NotFoundScreen() {
  return (
    <>
      <title>Not found · Cruddur</title>
      <meta name="robots" content="noindex" />
      <EmptyState
        title="There is nothing here"
        level={1}
        action={
          <ButtonLink to="/" kind="primary">
            Go to the home feed
          </ButtonLink>
        }
      >
        The address may have a typing mistake, or the page has faded like everything here.
      </EmptyState>
    </>
  );
}
