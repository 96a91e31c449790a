import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/StateCard.tsx';

interface BoundaryProps {
  /** Another place is another attempt. */
  place: string;
  children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { error: unknown; place: string }> {
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
    if (this.state.error === undefined) return this.props.children;
    // A deploy replaces the files that an open page may still ask for.
    const outdated = /dynamically imported module|module script/i.test(String(this.state.error));
    return (
      <div role="alert">
        <EmptyState
          icon="alert"
          title={outdated ? 'Cruddur has a newer version' : 'This page broke'}
          action={
            <Button kind="primary" icon="retry" onClick={() => location.reload()}>
              Reload
            </Button>
          }
        >
          {outdated ? 'Reload to get it.' : 'That is our fault. What you wrote is kept in this browser.'}
        </EmptyState>
      </div>
    );
  }
}

/** Catches what a screen throws, and says what to do. */
export function RouteBoundary({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  return <Boundary place={key}>{children}</Boundary>;
}
