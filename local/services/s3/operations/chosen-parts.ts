import { ALGORITHMS } from '../checksums/digest.ts';
import { s3Error } from '../errors.ts';
import { childrenOf, parseXml, textOf } from '../http/parse-xml.ts';
import type { Part, Upload } from '../store/uploads.ts';

const SMALLEST_PART = 5 * 1024 * 1024;

/**
 * The uploaded parts that CompleteMultipartUpload's body names, in its order.
 * Throws MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall, InvalidRequest.
 */
export function chosenParts(body: Buffer, upload: Upload, uploaded: readonly Part[]): Part[] {
  const byNumber = new Map(uploaded.map((part) => [part.number, part]));
  const nodes = childrenOf(parseXml(body, 'CompleteMultipartUpload'), 'Part');
  if (nodes.length === 0) throw s3Error('MalformedXML');
  let previous = 0;
  const parts = nodes.map((node) => {
    const number = Number(textOf(node, 'PartNumber'));
    const etag = textOf(node, 'ETag');
    if (!Number.isInteger(number) || etag === undefined) throw s3Error('MalformedXML');
    if (number <= previous) throw s3Error('InvalidPartOrder', { UploadId: upload.id });
    previous = number;
    const part = byNumber.get(number);
    const bare = etag.trim().replaceAll('"', '');
    if (!part || part.etag !== `"${bare}"`) {
      throw s3Error('InvalidPart', { UploadId: upload.id, PartNumber: number, ETag: bare });
    }
    checkSum(node, part, upload);
    return part;
  });
  for (const part of parts.slice(0, -1)) {
    if (part.size >= SMALLEST_PART) continue;
    throw s3Error('EntityTooSmall', {
      ProposedSize: part.size,
      MinSizeAllowed: SMALLEST_PART,
      PartNumber: part.number,
      ETag: part.etag.replaceAll('"', ''),
    });
  }
  return parts;
}

function checkSum(node: Parameters<typeof textOf>[0], part: Part, upload: Upload): void {
  for (const algorithm of ALGORITHMS) {
    const given = textOf(node, `Checksum${algorithm.toUpperCase()}`);
    if (given === undefined) continue;
    if (part.checksum.algorithm === algorithm && part.checksum.value === given) continue;
    throw s3Error('InvalidPart', { UploadId: upload.id, PartNumber: part.number });
  }
  const { checksumAlgorithm, checksumType } = upload.details;
  if (checksumType !== 'COMPOSITE' || !checksumAlgorithm) return;
  const name = `Checksum${checksumAlgorithm.toUpperCase()}`;
  if (textOf(node, name) !== undefined) return;
  throw s3Error(
    'InvalidRequest',
    {},
    `The upload was created using a ${checksumAlgorithm} checksum. The complete request must include the checksum for each part. It was missing for part ${part.number} in the request.`,
  );
}
