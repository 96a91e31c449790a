import { s3Error } from '../errors.ts';
import { ALGORITHMS, checksumOf, DIGEST_BYTES, type ChecksumAlgorithm } from './digest.ts';

/** A checksum that is kept with an object or a part. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64; of a multipart upload's checksums `<base64>-<parts>`. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

type Headers = Readonly<Record<string, string>>;

/**
 * Checks `x-amz-checksum-*` (header, form field or trailer) and `Content-MD5` against the body and answers what is to be
 * kept. Without a checksum S3 computes a CRC-64/NVME itself.
 * Throws BadDigest, InvalidDigest, InvalidRequest.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
export function verifyChecksums(headers: Headers, body: Buffer, md5: Buffer): Checksum {
  verifyMd5(headers['content-md5'], md5);
  const given = ALGORITHMS.filter((algorithm) => headers[`x-amz-checksum-${algorithm}`] !== undefined);
  if (given.length > 1) {
    throw s3Error(
      'InvalidRequest',
      {},
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const announced = readAlgorithm(headers['x-amz-sdk-checksum-algorithm']);
  const [algorithm] = given;
  if (algorithm === undefined) {
    if (announced !== undefined) {
      throw s3Error(
        'InvalidRequest',
        {},
        'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
      );
    }
    return { algorithm: 'crc64nvme', value: checksumOf('crc64nvme', body), type: 'FULL_OBJECT' };
  }
  if (announced !== undefined && announced !== algorithm) {
    throw s3Error('InvalidRequest', {}, 'Value for x-amz-sdk-checksum-algorithm header is invalid.');
  }
  const value = headers[`x-amz-checksum-${algorithm}`] as string;
  checkForm(algorithm, value);
  if (checksumOf(algorithm, body) !== value) throw mismatch(algorithm);
  return { algorithm, value, type: 'FULL_OBJECT' };
}

/** The algorithm that a header names, in S3's capitals; undefined without the header. Throws InvalidRequest. */
export function readAlgorithm(name: string | undefined): ChecksumAlgorithm | undefined {
  if (name === undefined) return undefined;
  const algorithm = ALGORITHMS.find((one) => one === name.toLowerCase());
  if (algorithm) return algorithm;
  throw s3Error(
    'InvalidRequest',
    {},
    'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
  );
}

export function mismatch(algorithm: ChecksumAlgorithm): Error {
  const name = algorithm.toUpperCase();
  return s3Error('BadDigest', {}, `The ${name} you specified did not match the calculated checksum.`);
}

/** The answer's headers for a checksum. */
export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return {
    [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
    'x-amz-checksum-type': checksum.type,
  };
}

function checkForm(algorithm: ChecksumAlgorithm, value: string): void {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length === DIGEST_BYTES[algorithm] && bytes.toString('base64') === value) return;
  throw s3Error('InvalidRequest', {}, `Value for x-amz-checksum-${algorithm} header is invalid.`);
}

function verifyMd5(given: string | undefined, md5: Buffer): void {
  if (given === undefined) return;
  const bytes = Buffer.from(given, 'base64');
  if (bytes.length !== 16) throw s3Error('InvalidDigest', { 'Content-MD5': given });
  if (bytes.equals(md5)) return;
  throw s3Error('BadDigest', { ExpectedDigest: given, CalculatedDigest: md5.toString('base64') });
}
