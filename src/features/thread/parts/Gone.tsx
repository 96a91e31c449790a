import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';

export type GoneReason = 'expired' | 'removed' | 'missing';

const WORDS: Record<GoneReason, [title: string, text: string]> = {
  expired: ['This crud has expired', 'Everything here fades after the time its author chose.'],
  removed: ['This crud is gone', 'It was taken away while you looked at it.'],
  missing: [
    'There is no such crud',
    'It was deleted, or it is not for you. If the link is not complete, it may never have existed.',
  ],
};

/** Stands where a crud no longer does. */
export function Gone({ reason }: { reason: GoneReason }) {
  const [title, text] = WORDS[reason];
  return (
    <div role="status">
      <EmptyState
        icon="hourglass"
        title={title}
        action={
          <ButtonLink to="/" kind="primary">
            See what is new
          </ButtonLink>
        }
      >
        {text}
      </EmptyState>
    </div>
  );
}
