export { createJsEvaluator } from './js/index.ts';
export { createVtlEvaluator } from './vtl/index.ts';
export { toDynamoDBWire } from './util/dynamodb-wire.ts';
