import { dataClient } from './client.ts';
import { authMode } from './request.ts';

interface Handlers<T> {
  next: (data: T) => void;
  /** The subscription is over and will not come back by itself. */
  error: (error: unknown) => void;
}

interface Observable<T> {
  subscribe(handlers: { next: (event: { data: T }) => void; error: (error: unknown) => void }): {
    unsubscribe(): void;
  };
}

/** Subscribes as whoever is signed in. Returns a function that ends it. */
export async function subscribe<T>(
  document: string,
  variables: Record<string, unknown>,
  { next, error }: Handlers<T>,
): Promise<() => void> {
  const observable = dataClient().graphql({ query: document, variables, authMode: await authMode() });
  const subscription = (observable as Observable<T>).subscribe({ next: ({ data }) => next(data), error });
  return () => subscription.unsubscribe();
}
