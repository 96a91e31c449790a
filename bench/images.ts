import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../scripts/lib/synthesize.ts';
import { IMAGE_KINDS } from '../shared/images.ts';
import { coldStarts } from './lib/images/cold-starts.ts';
import { convert, imageMagickVersion } from './lib/images/image-magick.ts';
import { hardestPhotos, phonePhoto, type Photo } from './lib/images/make-photo.ts';
import { summarize } from './lib/statistics.ts';

// A phone's photograph to every size and format, beside one plain JPEG as the original project made it, and beside
// ImageMagick making the same files; in turns, each in a process of its own. Then the hardest pictures that may come, and
// what each function costs before its first answer.
const ROUNDS = Number(process.argv[2] ?? 5);
const WARM = 3;
const folder = mkdtempSync(join(tmpdir(), 'bench-images-'));

interface Run {
  durations: number[];
  peakMB: number;
  sizes: Record<string, number>;
}

function save({ name, bytes }: Photo): string {
  const file = join(folder, name.replaceAll(/[^\w]+/g, '-'));
  writeFileSync(file, bytes);
  return file;
}

function variant(name: string, file: string, rounds: number, threads?: number): Run {
  const script = join(import.meta.dirname, 'lib/images/variant.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, name, file, String(rounds)],
    { encoding: 'utf8', env: { ...process.env, ...(threads && { VIPS_CONCURRENCY: String(threads) }) } },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}

function summary(runs: readonly Run[]) {
  return {
    coldMs: summarize(runs.map(({ durations }) => durations[0]!)).p50,
    warmMs: summarize(runs.flatMap(({ durations }) => durations.slice(1))).p50,
    peakMB: Math.max(...runs.map(({ peakMB }) => peakMB)),
  };
}

interface Converted {
  ms: number;
  peakMB: number | null;
}

function converted(list: readonly Converted[]) {
  return {
    ms: summarize(list.map(({ ms }) => ms)).p50,
    peakMB: Math.max(...list.map(({ peakMB }) => peakMB ?? 0)) || null,
  };
}

try {
  const photo = await phonePhoto();
  const file = save(photo);
  const names = ['avatar', 'cover', 'plainJpeg256'] as const;
  const runs = { avatar: [] as Run[], cover: [] as Run[], plainJpeg256: [] as Run[] };
  const magick = { AVATAR: [] as Converted[], COVER: [] as Converted[] };
  const version = imageMagickVersion();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) runs[name].push(variant(name, file, 1 + WARM));
    if (!version) continue;
    for (const kind of IMAGE_KINDS) magick[kind].push(await convert(kind, file));
  }
  const hardest: Record<string, unknown> = {};
  for await (const hard of hardestPhotos()) {
    const { durations, peakMB } = variant('avatar', save(hard), 1, 1);
    const fileMB = Math.round(hard.bytes.length / 10_485.76) / 100;
    hardest[hard.name] = { fileMB, oneThreadMs: Math.round(durations[0]!), peakMB };
  }
  const { folder: assembly } = await synthesize('sandbox');
  console.log(
    JSON.stringify({
      benchmark: 'images',
      input: { name: photo.name, bytes: photo.bytes.length },
      ours: Object.fromEntries(names.map((name) => [name, summary(runs[name])])),
      oursOneThread: summary([variant('avatar', file, 1 + WARM, 1)]),
      imageMagick: version
        ? { version, avatar: converted(magick.AVATAR), cover: converted(magick.COVER) }
        : 'not installed',
      bytes: { ...runs.avatar[0]!.sizes, plainJpeg256: runs.plainJpeg256[0]!.sizes['256.jpg'] },
      hardest,
      coldStarts: coldStarts(assembly, ROUNDS),
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
