import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { ErrorBoundary } from './ErrorBoundary.tsx';

/** Catches what a screen throws; the navigation around it stays. */
export function RouteBoundary({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  return <ErrorBoundary place={key}>{children}</ErrorBoundary>;
}
