import { authMode } from './request.ts';

interface Handlers<T> {
  next: (data: T) => void;
  /** The subscription is over and will not come back by itself. */
  error: (error: unknown) => void;
}

/**
 * Subscribes as whoever is signed in. The code for it comes at the first use, after the first page is painted.
 * Returns a function that ends it. Throws what keeps the code from loading.
 */
export async function subscribe<T>(
  document: string,
  variables: Record<string, unknown>,
  { next, error }: Handlers<T>,
): Promise<() => void> {
  const { open } = await import('./realtime/open.ts');
  const observable = open<T>(document, variables, await authMode());
  const subscription = observable.subscribe({ next: ({ data }) => next(data), error });
  return () => subscription.unsubscribe();
}
