import { Component, type ReactNode } from 'react';
import { AppError } from '../lib/errors/app-error.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/StateCard.tsx';

interface BoundaryProps {
  /** Another place is another attempt. */
  place: string;
  children: ReactNode;
}

/** Catches what components below it throw, and says what to do. */
export class ErrorBoundary extends Component<BoundaryProps, { error: unknown; place: string }> {
  override state = { error: undefined, place: this.props.place };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: { error: unknown; place: string }) {
    return props.place === state.place ? null : { error: undefined, place: props.place };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Broken error={error} />;
  }
}

function Broken({ error }: { error: unknown }) {
  const reload = (): void => location.reload();
  // What the API answered has words of its own.
  if (error instanceof AppError) return <ErrorState error={error} onRetry={reload} />;
  // A deploy replaces the files that an open page may still ask for.
  const outdated = /dynamically imported module|module script/i.test(String(error));
  const title = !outdated
    ? 'This page broke'
    : navigator.onLine
      ? 'Cruddur has a newer version'
      : 'This page needs the network';
  const advice = !outdated
    ? 'That is our fault. What you wrote is kept in this browser.'
    : navigator.onLine
      ? 'Reload to get it.'
      : 'You are offline, and it was not loaded before. Reload once you are online.';
  return (
    <div role="alert">
      <EmptyState
        icon={outdated && !navigator.onLine ? 'offline' : 'alert'}
        title={title}
        level={1}
        action={
          <Button kind="primary" icon="retry" onClick={reload}>
            Reload
          </Button>
        }
      >
        {advice}
      </EmptyState>
    </div>
  );
}
