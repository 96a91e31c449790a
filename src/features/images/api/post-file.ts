import { AppError } from '../../../lib/errors/app-error.ts';
import { PictureRefused } from '../model/refused.ts';
import type { UploadForm } from './documents.ts';

/** S3's words for what its policy did not allow. */
const REFUSALS = { EntityTooLarge: 'TOO_LARGE', EntityTooSmall: 'EMPTY' } as const;

/**
 * Sends a file with the form that the server gave, and says how much of it is there (0 to 1). By XMLHttpRequest, since
 * `fetch` does not tell. Throws PictureRefused, AppError, or an AbortError once the signal says so.
 */
export function postFile(
  { url, fields }: UploadForm,
  file: Blob,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  // Its own name is nobody's business.
  body.append('file', file, 'picture');
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    const abort = (): void => sending.abort();
    signal.addEventListener('abort', abort);
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    sending.onload = () => (sending.status < 300 ? resolve() : reject(refusalOf(sending)));
    sending.onerror = () => reject(new AppError('Network', 'The upload was interrupted.'));
    sending.onabort = () => reject(signal.reason as Error);
    sending.onloadend = () => signal.removeEventListener('abort', abort);
    sending.open('POST', url);
    if (signal.aborted) return reject(signal.reason as Error);
    sending.send(body);
  });
}

function refusalOf({ status, responseText }: XMLHttpRequest): Error {
  const code = /<Code>(\w+)<\/Code>/.exec(responseText)?.[1] ?? '';
  const reason = code in REFUSALS ? REFUSALS[code as keyof typeof REFUSALS] : undefined;
  if (reason) return new PictureRefused(reason);
  return new AppError('UploadFailed', `${status} ${code}`);
}
