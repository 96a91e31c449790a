import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { unzipInto } from './unzip-into.ts';

const folder = mkdtempSync(join(tmpdir(), 'unzip-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An archive as PKWARE's note describes it, without checksums. */
function archive(entries: Record<string, { text: string; deflate: boolean }>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, { text, deflate }] of Object.entries(entries)) {
    const packed = deflate ? deflateRawSync(text) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(deflate ? 8 : 0, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('unzipInto', () => {
  it('writes stored and deflated entries', () => {
    const text = 'long '.repeat(1000);
    unzipInto(
      folder,
      archive({ 'a.txt': { text: 'a', deflate: false }, 'b/c.txt': { text, deflate: true } }),
    );
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('a');
    expect(readFileSync(join(folder, 'b/c.txt'), 'utf8')).toBe(text);
  });

  it('refuses what is no archive and what leads out of the folder', () => {
    expect(() => unzipInto(folder, Buffer.from('nothing'))).toThrow(/cannot be read/);
    expect(() => unzipInto(folder, archive({ '../x': { text: 'x', deflate: false } }))).toThrow(/leads out/);
    expect(existsSync(join(folder, '..', 'x'))).toBe(false);
  });

  it.runIf(hasPython())('reads what another tool wrote', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zip-')), 'a.zip');
    execFileSync('python3', [
      '-c',
      `import zipfile; zipfile.ZipFile('${file}','w',8).writestr('d/x.js','y'*9999)`,
    ]);
    unzipInto(folder, readFileSync(file));
    expect(readFileSync(join(folder, 'd/x.js'), 'utf8')).toBe('y'.repeat(9999));
  });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
