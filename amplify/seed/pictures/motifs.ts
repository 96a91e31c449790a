import { hop, orbits, spiral, tape, weave, type Palette } from './shapes.ts';

/** What stands for a demo person: shapes of what they worked on, and no faces. */
interface Motif {
  avatar: string;
  cover: string;
}

/** Draws into a box; the larger `detail`, the more there is to see. */
type Shape = (width: number, height: number, palette: Palette, detail: number) => string;

const MOTIFS: Readonly<Record<string, readonly [Shape, Palette]>> = {
  ada: [weave, { ground: '#f3d9c4', ink: '#8c2f39', light: '#e3a857', deep: '#4a1c2a' }],
  grace: [spiral, { ground: '#12344d', ink: '#f2c14e', light: '#7cc6b8', deep: '#0a2133' }],
  alan: [tape, { ground: '#e7ecef', ink: '#274c77', light: '#6096ba', deep: '#f77f00' }],
  katherine: [orbits, { ground: '#1b1b3a', ink: '#f5e663', light: '#8d86c9', deep: '#ff6f59' }],
  hedy: [hop, { ground: '#0f3d3e', ink: '#f1f1e8', light: '#e2725b', deep: '#86c5a4' }],
};
const OTHERS: readonly [Shape, Palette] = [
  orbits,
  { ground: '#3a2e39', ink: '#f4d8cd', light: '#f15152', deep: '#1e555c' },
];

/** The two drawings of a demo person, as SVG: always the same ones. */
export function motifOf(handle: string): Motif {
  const [shape, palette] = MOTIFS[handle] ?? OTHERS;
  return {
    avatar: drawing(512, 512, palette, shape(512, 512, palette, 1)),
    cover: drawing(1500, 500, palette, shape(1500, 500, palette, 2)),
  };
}

function drawing(width: number, height: number, { ground }: Palette, inside: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${ground}"/>${inside}</svg>`
  );
}
