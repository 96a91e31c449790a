import { UtilError } from '../../util/util-error.ts';

/** What the RDS helpers throw for input they refuse, in AppSync's words. */
export function rdsError(message: string): UtilError {
  return new UtilError(message);
}
