import type { HttpResponse } from '../../../core/service.ts';
import { toWireError } from '../../../gateway/wire-errors.ts';
import { xmlDocument } from './xml.ts';

/**
 * An error as S3 sends it: XML without a namespace. What isn't AWS's own becomes InternalError (500), what the local
 * cloud doesn't cover NotCovered (501).
 */
export function renderS3Error(error: unknown, requestId: string): HttpResponse {
  const wire = toWireError(error);
  const code = wire.code === 'InternalFailure' ? 'InternalError' : wire.code;
  const extra = Object.entries(wire.extra).map(([name, value]) => [name, String(value)] as const);
  return {
    status: wire.status,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
    body: xmlDocument(
      'Error',
      [
        ['Code', code],
        ['Message', wire.message],
        ...extra,
        ['RequestId', requestId],
        ['HostId', hostId(requestId)],
      ],
      '',
    ),
  };
}

/** S3's second id of a request; here it says nothing that the first doesn't. */
export function hostId(requestId: string): string {
  return Buffer.from(requestId).toString('base64');
}
