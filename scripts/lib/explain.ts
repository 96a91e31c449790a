import { LocalCloudError } from '../../local/core/errors.ts';

/** Prints what went wrong and what to do about it, and ends the process with 1. */
export function explainAndExit(error: unknown): never {
  if (error instanceof LocalCloudError) {
    console.error(`\n${error.message}\n\nWhat to do: ${error.resolution}`);
  } else {
    console.error(error);
  }
  process.exit(1);
}
