/** One visit in so many tells how fast it was. */
const VITALS_OF_ONE_IN = 10;

/**
 * Tells the backend what breaks in this browser and, of some visits, how fast they were. Nothing of it is loaded before it
 * is needed.
 */
export function captureProblems(): void {
  const report = async (error: unknown): Promise<void> => {
    const { reportProblem } = await import('./report.ts');
    reportProblem(error);
  };
  addEventListener('error', ({ error, message }) => void report(error ?? message));
  addEventListener('unhandledrejection', ({ reason }) => void report(reason));
  if (Math.random() * VITALS_OF_ONE_IN >= 1) return;
  // When the page is first used: what was measured until then is kept by the browser, and the first page stays small.
  const begin = (): void => void import('./vitals.ts').then(({ followVitals }) => followVitals());
  addEventListener('pointerdown', begin, { once: true, capture: true });
}
