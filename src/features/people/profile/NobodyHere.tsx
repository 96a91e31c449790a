import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';

/** There is nobody with this handle, or not for the viewer: the page is the same, so that nobody learns which. */
export function NobodyHere({ handle }: { handle: string }) {
  return (
    <>
      <title>Nobody here · Cruddur</title>
      <meta name="robots" content="noindex" />
      <EmptyState
        icon="person"
        level={1}
        title={`${handle} is not here`}
        action={
          <ButtonLink to="/search?kind=people" kind="primary" icon="search">
            Find people
          </ButtonLink>
        }
      >
        The handle may have a typing mistake, or belong to nobody any more.
      </EmptyState>
    </>
  );
}
