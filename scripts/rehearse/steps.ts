export interface StepReport {
  readonly step: string;
  readonly seconds: number;
  readonly result: 'passed' | 'failed' | 'skipped' | 'replaced';
  /** Why it was skipped, what stood in for it, or what it found. */
  readonly note?: string;
}

export interface Steps {
  /** Runs and times one step. What it returns is its note. Throws what it throws. */
  run(name: string, work: () => Promise<string | void>): Promise<void>;
  /** Notes that something can't be done here, or was done in another way. */
  note(name: string, result: 'skipped' | 'replaced', why: string): void;
  readonly reports: readonly StepReport[];
}

/** The steps of a rehearsal, told as they come. */
export function createSteps(say: (line: string) => void): Steps {
  const reports: StepReport[] = [];
  const add = (report: StepReport): void => {
    reports.push(report);
    const mark = { passed: '✓', failed: '✗', skipped: '–', replaced: '~' }[report.result];
    const time = report.seconds === 0 ? '' : ` (${report.seconds.toFixed(1)} s)`;
    say(`${mark} ${report.step}${time}${report.note ? `: ${report.note}` : ''}`);
  };
  return {
    reports,
    async run(step, work) {
      const start = performance.now();
      const seconds = (): number => Math.round((performance.now() - start) / 100) / 10;
      try {
        const note = (await work()) ?? undefined;
        add({ step, seconds: seconds(), result: 'passed', note });
      } catch (error) {
        const note = error instanceof Error ? error.message : String(error);
        add({ step, seconds: seconds(), result: 'failed', note });
        throw error;
      }
    },
    note: (step, result, why) => add({ step, seconds: 0, result, note: why }),
  };
}
