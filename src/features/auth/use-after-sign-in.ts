import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSession } from '../../lib/session/session.ts';

/** Where an auth screen was opened from. */
export interface AuthState {
  from?: string;
}

/** Leaves an auth screen as soon as somebody is signed in, for the page that it was opened from. */
export function useAfterSignIn(): void {
  const navigate = useNavigate();
  const { status } = useSession();
  const { state } = useLocation() as { state: AuthState | null };
  const from = state?.from ?? '/';
  useEffect(() => {
    if (status === 'person') void navigate(from, { replace: true });
  }, [status, from, navigate]);
}
