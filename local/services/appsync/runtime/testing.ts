import type { EvaluationContext } from './evaluator.ts';

/** 2021-03-04T05:06:07.089Z, the clock of this folder's tests. */
const TEST_TIME = Date.UTC(2021, 2, 4, 5, 6, 7, 89);
export const testClock = { now: (): number => TEST_TIME };

/** A context with the members that a test names, and empty ones for the rest. */
export function testContext(members: Partial<EvaluationContext> = {}): EvaluationContext {
  return {
    arguments: {},
    identity: null,
    source: null,
    request: { headers: {}, domainName: null },
    info: {
      fieldName: 'getBook',
      parentTypeName: 'Query',
      variables: {},
      selectionSetList: [],
      selectionSetGraphQL: '',
    },
    stash: {},
    env: {},
    ...members,
  };
}
