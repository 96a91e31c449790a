import { invalidArgument } from '../errors.ts';

export interface CopySource {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | undefined;
}

/** `x-amz-copy-source`: `/bucket/key?versionId=…`, percent-encoded. Throws InvalidArgument. */
export function readCopySource(header: string): CopySource {
  const [path = '', query = ''] = header.split('?', 2);
  const match = /^\/?([^/]+)\/(.+)$/s.exec(decode(path, header));
  if (!match) {
    throw invalidArgument(
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      'x-amz-copy-source',
      header,
    );
  }
  const versionId = new URLSearchParams(query).get('versionId') ?? undefined;
  return { bucket: match[1] as string, key: match[2] as string, versionId };
}

function decode(text: string, header: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidArgument('Invalid copy source encoding.', 'x-amz-copy-source', header);
  }
}
