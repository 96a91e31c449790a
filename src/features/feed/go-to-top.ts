import { revealWaiting } from './live/waiting-store.ts';

/** Shows what waits and goes to the top of the feed. */
export function goToTop(): void {
  revealWaiting();
  scrollTo({ top: 0 });
}
