import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

export interface Outcome {
  status: 'SUCCESS' | 'FAILED';
  /** What a person reads in the stack's events when it failed. */
  reason?: string;
  data?: Record<string, string>;
}

/** Answers a custom resource's request. CloudFormation's user guide, «Custom resource response objects». */
export async function respond(event: CloudFormationCustomResourceEvent, outcome: Outcome): Promise<void> {
  const response = await fetch(event.ResponseURL, {
    method: 'PUT',
    // The URL is presigned for an empty content type.
    headers: { 'content-type': '' },
    body: JSON.stringify({
      Status: outcome.status,
      Reason: outcome.reason?.slice(0, 1000),
      PhysicalResourceId: 'migrations',
      StackId: event.StackId,
      RequestId: event.RequestId,
      LogicalResourceId: event.LogicalResourceId,
      Data: outcome.data,
    }),
  });
  if (!response.ok) throw new Error(`CloudFormation refused the answer: ${response.status}`);
}
