import { notCovered } from '../../../core/errors.ts';
import type { TriggerName, UserPool } from '../pool.ts';

export interface LambdaConfig extends Readonly<Record<string, unknown>> {
  readonly PreTokenGenerationConfig?: { readonly LambdaArn?: string; readonly LambdaVersion?: string };
}

const COVERED: readonly TriggerName[] = [
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'PreTokenGeneration',
  'CustomMessage',
];

/** The pool's functions. Throws `NotCovered` for a trigger that would silently never run. */
export function poolTriggers(config: LambdaConfig = {}): Pick<UserPool, 'triggers' | 'preTokenVersion'> {
  const triggers: Partial<Record<TriggerName, string>> = {};
  for (const [name, value] of Object.entries(config)) {
    if (value === undefined || value === null || name === 'PreTokenGenerationConfig') continue;
    const covered = COVERED.find((one) => one === name);
    if (!covered) throw notCovered(`the Cognito trigger ${name}`);
    triggers[covered] = value as string;
  }
  const versioned = config.PreTokenGenerationConfig;
  if (versioned?.LambdaArn) triggers.PreTokenGeneration = versioned.LambdaArn;
  const version = versioned?.LambdaVersion ?? 'V1_0';
  if (version !== 'V1_0' && version !== 'V2_0') {
    throw notCovered(`version ${version} of the Cognito trigger PreTokenGeneration`);
  }
  return { triggers, preTokenVersion: version };
}
