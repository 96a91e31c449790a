import type { FieldRun } from './field-run.ts';
import { runStage, type Stage } from './stage.ts';

/** A field's resolver, ready to run. */
export type Runner = (run: FieldRun) => Promise<unknown>;

export function unitRunner(stage: Stage): Runner {
  return async (run) => (await runStage(run, stage)).value;
}
