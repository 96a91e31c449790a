import { IMAGE_MAX_BYTES } from '../../shared/images.ts';
import { deleteUpload, readUpload, writeFiles } from '../shared/images/bucket.ts';
import { imageRecords, type Outcome } from '../shared/images/records.ts';
import { parseUploadKey, type Upload } from '../shared/images/upload-key.ts';
import { wrapUp } from '../shared/images/wrap-up.ts';
import { log } from '../shared/log.ts';
import { ImageRefused } from './refused.ts';
import { render, type Rendered } from './render/render.ts';

/** Nobody waits for this function but a person who sees a progress bar; a paused database resumes in about 15 s. */
const records = imageRecords(25_000);
/** Lambda tries an event three times. */
const LAST_ATTEMPT = 3;

/**
 * Makes a picture of an uploaded file, or refuses it; in any case the file goes. The database decides at each step, so
 * the same event twice, two uploads at once and a start after any failure end alike: the newest picture is shown, and
 * no other file is left for good.
 */
export async function processUpload(key: string): Promise<void> {
  const upload = parseUploadKey(key);
  const known = upload && (await records.start(upload));
  const outcome = known && (await decide(key, upload, known));
  // The decision stands: from here on the file has no use.
  await deleteUpload(key);
  if (!outcome) {
    log('warn', 'Nothing to do for this file.', { key });
    return;
  }
  log('info', 'Picture decided.', { id: outcome.id, status: outcome.status, reason: outcome.reason });
  await wrapUp(records, outcome);
}

/** Undefined when another run has taken the file away and is deciding. */
async function decide(key: string, upload: Upload, known: Outcome): Promise<Outcome | undefined> {
  if (known.status !== 'PENDING') return known;
  try {
    const file = await readUpload(key, IMAGE_MAX_BYTES);
    if (!file) return undefined;
    if (file === 'tooLarge') throw new ImageRefused('TOO_LARGE');
    return await show(upload, await render(upload, file.bytes, file.crop));
  } catch (error) {
    if (error instanceof ImageRefused) {
      log('info', 'Picture refused.', { key, error });
      return records.refuse(upload.id, error.reason);
    }
    if (known.attempts < LAST_ATTEMPT) throw error;
    log('error', 'Given up.', { key, error });
    return records.refuse(upload.id, 'FAILED');
  }
}

/** The files are written down before they exist and shown after, so that none is ever unknown or missing. */
async function show({ id }: Upload, { version, files }: Rendered): Promise<Outcome | undefined> {
  if (await records.keep(id, version)) await writeFiles(files);
  return records.settle(id, version);
}
