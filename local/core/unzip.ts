import { inflateRawSync } from 'node:zlib';
import { LocalCloudError } from './errors.ts';

const DIRECTORY_ENTRY = 0x02014b50;
/** As bytes, since it is looked for from the end. */
const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

export interface ZippedFile {
  /** With slashes, as the archive says it: it may lead out of a folder. */
  readonly name: string;
  /** Permission bits of Unix; 0 when the archive does not say. */
  readonly mode: number;
  readonly content: Buffer;
}

/**
 * The files of a zip archive, as in PKWARE's APPNOTE.TXT: stored and deflated ones, no encryption, no zip64. Throws
 * LocalCloudError BadZip for another archive.
 */
export function unzip(archive: Buffer): ZippedFile[] {
  const end = archive.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw badZip('it has no directory');
  const files: ZippedFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw badZip('its directory is damaged');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const mode = archive.readUInt16LE(at + 40) & 0o777;
    if (!name.endsWith('/')) files.push({ name, mode, content: contentOf(archive, at) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function contentOf(archive: Buffer, entry: number): Buffer {
  if (archive.readUInt16LE(entry + 8) & 1) throw badZip('it is encrypted');
  const method = archive.readUInt16LE(entry + 10);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw badZip(`it is compressed by method ${method}`);
}

/** Why an archive cannot be used. */
export function badZip(why: string): LocalCloudError {
  return new LocalCloudError('BadZip', `A zip archive cannot be read: ${why}.`, 'Synthesize again.');
}
