import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { LocalCloudError } from '../../../core/errors.ts';
import type { NamedFile } from './folder.ts';

const LOCAL_FILE = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, so that the same files always make the same archive. */
const DATE = 0x0021;

/** A zip archive of files, as in PKWARE's APPNOTE.TXT; no zip64. */
export function zip(files: readonly NamedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const packed = deflateRawSync(content);
    const encoded = Buffer.from(name);
    const common = Buffer.alloc(26);
    [20, FLAGS, DEFLATED, 0, DATE].forEach((value, index) => common.writeUInt16LE(value, index * 2));
    [crc32(content), packed.length, content.length].forEach((value, index) =>
      common.writeUInt32LE(value, 10 + index * 4),
    );
    common.writeUInt16LE(encoded.length, 22);
    parts.push(word(LOCAL_FILE), common, encoded, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(word(DIRECTORY_ENTRY), Buffer.from([20, 0]), common, rest, encoded);
    offset += 30 + encoded.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, word(END_OF_DIRECTORY), end]);
}

/** The files of an archive: stored and deflated ones, no encryption, no zip64. Throws LocalCloudError BadZip. */
export function unzip(archive: Buffer): NamedFile[] {
  const end = archive.lastIndexOf(word(END_OF_DIRECTORY));
  if (end < 0) throw broken('it has no directory');
  const files: NamedFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken('its directory is damaged');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) files.push({ name, content: contentOf(archive, at) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function contentOf(archive: Buffer, entry: number): Buffer {
  if (archive.readUInt16LE(entry + 8) & 1) throw broken('it is encrypted');
  const method = archive.readUInt16LE(entry + 10);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
  if (method === 0) return packed;
  if (method === DEFLATED) return inflateRawSync(packed);
  throw broken(`it is compressed by method ${method}`);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function broken(why: string): LocalCloudError {
  return new LocalCloudError('BadZip', `An asset's zip archive cannot be read: ${why}.`, 'Synthesize again.');
}
