import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { render } from '../../../functions/process-image/render/render.ts';

// One way of working on a picture, in a process of its own, so that its memory is its own:
//   variant.ts NAME FILE ROUNDS    prints the durations, the first of them cold, and the peak of the resident set
const [, , name = '', file = '', rounds = '1'] = process.argv;
const bytes = readFileSync(file);
const upload = (kind: 'AVATAR' | 'COVER') => ({
  id: '01JD3Q4E8Z0000000000000000',
  ownerId: '00000000-0000-4000-8000-000000000001',
  kind,
});

const VARIANTS: Readonly<Record<string, () => Promise<{ files: { path: string; body: Uint8Array }[] }>>> = {
  avatar: () => render(upload('AVATAR'), bytes),
  cover: () => render(upload('COVER'), bytes),
  // As the original project's function did it: one JPEG, cropped to a square.
  async plainJpeg256() {
    return { files: [{ path: '256.jpg', body: await sharp(bytes).resize(256, 256).jpeg().toBuffer() }] };
  },
};

const durations: number[] = [];
let sizes: Record<string, number> = {};
for (let round = 0; round < Number(rounds); round += 1) {
  const start = performance.now();
  const { files } = await VARIANTS[name]!();
  durations.push(performance.now() - start);
  sizes = Object.fromEntries(files.map(({ path, body }) => [path.replace(/^.*[/-]/, ''), body.length]));
}
console.log(JSON.stringify({ durations, peakMB: Math.round(process.resourceUsage().maxRSS / 1024), sizes }));
