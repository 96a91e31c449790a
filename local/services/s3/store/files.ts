import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  openSync,
  read,
  readdirSync,
  rmSync,
} from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Contents on disk, each in a file of its own that is never changed, under a random name. */
export interface FileStore {
  /** Writes aside and moves into place; answers the file's name. */
  write(content: Uint8Array): Promise<string>;
  /** Strings files together, streaming; each piece of data passes `onData`. */
  concatenate(names: readonly string[], onData: (data: Buffer) => void): Promise<string>;
  /**
   * Opens a file at once, so that it stays readable although it may be removed meanwhile; the promise reads `length`
   * bytes from `start` and closes it.
   */
  read(name: string, start: number, length: number): Promise<Buffer>;
  remove(names: readonly string[]): Promise<void>;
  /** Removes what a killed process left: files that nothing refers to. */
  sweep(isUsed: (name: string) => boolean): void;
  md5(content: Uint8Array): Buffer;
}

export function createFileStore(folder: string): FileStore {
  const objects = join(folder, 'objects');
  const staging = join(folder, 'staging');
  mkdirSync(objects, { recursive: true });
  mkdirSync(staging, { recursive: true });
  const shard = (name: string): string => join(objects, name.slice(0, 2));
  const path = (name: string): string => join(shard(name), name);

  async function place(make: (staged: string) => Promise<void>): Promise<string> {
    const name = randomUUID().replaceAll('-', '');
    const staged = join(staging, name);
    try {
      await make(staged);
      mkdirSync(shard(name), { recursive: true });
      await rename(staged, path(name));
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
    return name;
  }

  return {
    write: (content) => place((staged) => writeFile(staged, content, { flag: 'wx' })),
    concatenate: (names, onData) =>
      place((staged) =>
        pipeline(Readable.from(pieces(names.map(path), onData)), createWriteStream(staged, { flags: 'wx' })),
      ),
    async read(name, start, length) {
      const descriptor = openSync(path(name), 'r');
      try {
        const content = Buffer.allocUnsafe(length);
        for (let done = 0; done < length;) {
          const count = await readAt(descriptor, content, done, start + done);
          if (count === 0) throw new Error(`The file ${name} of an object is shorter than its index says.`);
          done += count;
        }
        return content;
      } finally {
        closeSync(descriptor);
      }
    },
    async remove(names) {
      for (const name of names) await rm(path(name), { force: true });
    },
    sweep(isUsed) {
      rmSync(staging, { recursive: true, force: true });
      mkdirSync(staging, { recursive: true });
      for (const part of readdirSync(objects)) {
        for (const name of readdirSync(join(objects, part))) if (!isUsed(name)) rmSync(path(name));
      }
    },
    md5: (content) => createHash('md5').update(content).digest(),
  };
}

async function* pieces(paths: readonly string[], onData: (data: Buffer) => void): AsyncGenerator<Buffer> {
  for (const path of paths) {
    for await (const data of createReadStream(path) as AsyncIterable<Buffer>) {
      onData(data);
      yield data;
    }
  }
}

function readAt(descriptor: number, content: Buffer, offset: number, position: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  read(descriptor, content, offset, content.length - offset, position, (error, count) => {
    if (error) reject(error);
    else resolve(count);
  });
  return promise;
}
