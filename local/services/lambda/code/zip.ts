import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { LocalCloudError } from '../../../core/errors.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * Unpacks a zip archive, as in PKWARE's APPNOTE.TXT: stored and deflated entries, no encryption, no zip64.
 * Throws LocalCloudError for another archive and for paths that lead out of the folder.
 */
export function unzip(archive: Buffer, folder: string): void {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw broken('it has no directory');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken('its directory is damaged');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const mode = archive.readUInt16LE(at + 40) & 0o777;
    if (!name.endsWith('/')) write(folder, name, mode, content(archive, at));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function content(archive: Buffer, entry: number): Buffer {
  if (archive.readUInt16LE(entry + 8) & 1) throw broken('it is encrypted');
  const method = archive.readUInt16LE(entry + 10);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw broken(`it is compressed by method ${method}`);
}

function write(folder: string, name: string, mode: number, bytes: Buffer): void {
  const path = join(folder, normalize(name));
  if (!path.startsWith(folder + sep)) throw broken(`its entry ${name} leads out of the folder`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  if (mode !== 0) chmodSync(path, mode | 0o400);
}

function broken(why: string): LocalCloudError {
  return new LocalCloudError(
    'BadZip',
    `A function's zip archive cannot be read: ${why}.`,
    'Synthesize again.',
  );
}
