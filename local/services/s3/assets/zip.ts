import { crc32, deflateRawSync } from 'node:zlib';
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

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
