import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IMAGE_SHAPES, imageHeight, type ImageKind } from '../../../shared/images.ts';

const PROGRAM = existsSync('/usr/bin/convert') ? '/usr/bin/convert' : 'convert';
/** The same qualities and, for AVIF, the same speed of the same encoder. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  avif: ['-quality', '55', '-define', 'heic:speed=6'],
  webp: ['-quality', '80'],
  jpg: ['-quality', '80'],
};

/** ImageMagick's version; undefined when it is not installed. */
export function imageMagickVersion(): string | undefined {
  const { stdout } = spawnSync(PROGRAM, ['-version'], { encoding: 'utf8' });
  return /ImageMagick [\d.-]+/.exec(stdout ?? '')?.[0];
}

/** Makes the same files as the function does, in one call. Throws when ImageMagick fails. */
export async function convert(kind: ImageKind, file: string): Promise<{ ms: number; peakMB: number | null }> {
  const { widths, formats } = IMAGE_SHAPES[kind];
  const folder = mkdtempSync(join(tmpdir(), 'convert-'));
  const largest = widths.at(-1)!;
  const size = `${largest}x${imageHeight(kind, largest)}`;
  const steps = widths
    .toReversed()
    .flatMap((width) => [
      ...['-resize', `${width}x${imageHeight(kind, width)}`],
      ...formats.flatMap((end) => [...OPTIONS[end]!, '-write', join(folder, `${width}.${end}`)]),
    ]);
  const start = performance.now();
  const child = spawn(
    PROGRAM,
    [
      file,
      '-auto-orient',
      '-strip',
      '-resize',
      `${size}^`,
      '-gravity',
      'center',
      '-extent',
      size,
      ...steps,
      'null:',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  let peakKB: number | null = null;
  const watch = setInterval(() => (peakKB = highWater(child.pid!) ?? peakKB), 10);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(watch);
  const ms = performance.now() - start;
  const missing = widths.flatMap((width) =>
    formats.filter((end) => !existsSync(join(folder, `${width}.${end}`))),
  );
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0 || missing.length) throw new Error(`convert: ${code} ${complaint} ${missing.join(' ')}`);
  return { ms, peakMB: peakKB === null ? null : Math.round(peakKB / 1024) };
}

/** The peak of a process's resident set so far, where /proc knows it. */
function highWater(pid: number): number | null {
  try {
    return (
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) || null
    );
  } catch {
    return null;
  }
}
