import type { QueryResult } from '../../gateway/query-protocol.ts';
import type { CloudFormation } from './cloudformation.ts';
import type { Fields } from './input.ts';

/** One wire operation, in a file named after it. */
export interface StackOperation {
  /** The IAM action that the caller needs on the stack. */
  readonly action: string;
  run(service: CloudFormation, input: Fields): Promise<QueryResult> | QueryResult;
}
