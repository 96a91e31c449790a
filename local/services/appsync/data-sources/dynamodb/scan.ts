import type { DynamoDbOperation } from './operation.ts';
import { readPage } from './read-page.ts';

export const scan: DynamoDbOperation = (cloud, target, request) => {
  const segments =
    typeof request.totalSegments === 'number'
      ? { TotalSegments: request.totalSegments, Segment: request.segment }
      : {};
  return readPage(cloud, target, 'Scan', request, undefined, segments);
};
