export { ResolverError } from './evaluator.ts';
export type { Evaluation, EvaluationContext, Evaluator, Identity, ResolverErrorShape } from './evaluator.ts';
export type { RuntimeOptions } from './util/run.ts';
export type { FilterEntry, SubscriptionFilter } from './util/transform/subscription-filter.ts';
export { createJsEvaluator } from './js/index.ts';
export { createVtlEvaluator } from './vtl/index.ts';
export { toDynamoDBWire } from './util/dynamodb-wire.ts';
