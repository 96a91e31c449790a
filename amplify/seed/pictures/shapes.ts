export interface Palette {
  ground: string;
  ink: string;
  light: string;
  deep: string;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const fixed = (value: number): string => String(Number(value.toFixed(1)));

/** Threads over and under each other, as a loom's: the engine weaves algebraic patterns. */
export function weave(width: number, height: number, { ink, light, deep }: Palette, detail: number): string {
  const step = height / (6 * detail);
  const columns = Math.ceil(width / step);
  return range(Math.ceil(height / step) * columns)
    .map((index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      const over = (row * row + column * 3) % 4 < 2;
      const colour = (row + column) % 5 === 0 ? deep : over ? ink : light;
      const [w, h] = over ? [step, step * 0.62] : [step * 0.62, step];
      const [x, y] = [column * step + (step - w) / 2, row * step + (step - h) / 2];
      return `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(w)}" height="${fixed(h)}" rx="${fixed(step / 9)}" fill="${colour}"/>`;
    })
    .join('');
}

/** A wire, wound up: as long as light travels in a nanosecond. */
export function spiral(width: number, height: number, { ink, light }: Palette, detail: number): string {
  return range(detail * 2 - 1)
    .map((coil) => {
      const [cx, cy] = [(width * (coil + 1)) / (detail * 2), height / 2];
      const points = range(240).map((index) => {
        const [angle, radius] = [index / 6, (index / 240) * height * 0.44];
        return `${fixed(cx + Math.cos(angle) * radius)},${fixed(cy + Math.sin(angle) * radius)}`;
      });
      const colour = coil % 2 ? light : ink;
      return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="${fixed(height / 26)}" stroke-linecap="round"/>`;
    })
    .join('');
}

/** Rows of cells, each following from the one above it by a rule (Wolfram's number 30). */
export function tape(width: number, height: number, { ink, light, deep }: Palette, detail: number): string {
  const step = height / (9 * detail);
  const columns = Math.ceil(width / step);
  let cells: number[] = range(columns).map((column) => (column === columns >> 1 ? 1 : 0));
  return range(Math.ceil(height / step))
    .map((row) => {
      const drawn = cells.map((cell, column) => {
        if (!cell) return '';
        const colour = column === columns >> 1 ? deep : row % 3 ? ink : light;
        return `<rect x="${fixed(column * step)}" y="${fixed(row * step)}" width="${fixed(step * 0.86)}" height="${fixed(step * 0.86)}" fill="${colour}"/>`;
      });
      cells = cells.map((cell, column) => (cells[column - 1] ?? 0) ^ (cell | (cells[column + 1] ?? 0)));
      return drawn.join('');
    })
    .join('');
}

/** Paths around a planet, and a capsule that comes back. */
export function orbits(width: number, height: number, { ink, light, deep }: Palette, detail: number): string {
  const [cx, cy] = [width / 2, height / 2];
  const paths = range(3 * detail).map((index) => {
    const [rx, ry] = [height * (0.3 + index * 0.13), height * (0.12 + index * 0.05)];
    return `<ellipse cx="${fixed(cx)}" cy="${fixed(cy)}" rx="${fixed(rx)}" ry="${fixed(ry)}" transform="rotate(${-28 + index * 9} ${fixed(cx)} ${fixed(cy)})" fill="none" stroke="${light}" stroke-width="${fixed(height / 90)}"/>`;
  });
  const stars = range(14 * detail * detail).map((index) => {
    const [x, y] = [(index * 0.618_034 * width) % width, (index * 0.381_966 * 7 * height) % height];
    return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(height / 170 + (index % 3))}" fill="${ink}" opacity="0.7"/>`;
  });
  const planet = `<circle cx="${fixed(cx)}" cy="${fixed(cy)}" r="${fixed(height * 0.17)}" fill="${deep}"/>`;
  const capsule = `<circle cx="${fixed(cx + height * 0.3)}" cy="${fixed(cy - height * 0.2)}" r="${fixed(height * 0.035)}" fill="${ink}"/>`;
  return stars.join('') + paths.join('') + planet + capsule;
}

/** Tones that hop between frequencies, as on a piano's roll. */
export function hop(width: number, height: number, { ink, light, deep }: Palette, detail: number): string {
  const [rows, step] = [8, height / (7 * detail)];
  const lines = range(rows).map(
    (row) =>
      `<rect y="${fixed((row + 0.5) * (height / rows) - 1)}" width="${width}" height="2" fill="${deep}" opacity="0.35"/>`,
  );
  const notes = range(Math.ceil(width / step)).map((column) => {
    const row = (column * 5 + (column % 3) * 2 + 3) % rows;
    const y = row * (height / rows) + height / rows / 5;
    const colour = column % 4 === 1 ? light : column % 7 === 3 ? deep : ink;
    return `<rect x="${fixed(column * step + step * 0.08)}" y="${fixed(y)}" width="${fixed(step * 0.84)}" height="${fixed((height / rows) * 0.6)}" rx="${fixed(step / 6)}" fill="${colour}"/>`;
  });
  return lines.join('') + notes.join('');
}
