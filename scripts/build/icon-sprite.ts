import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { ICON_PATHS } from '../../src/ui/icons/paths.ts';

const paths = Object.entries(ICON_PATHS).map(([name, path]) => `<path id="${name}" d="${path}"/>`);
const SPRITE = `<svg xmlns="http://www.w3.org/2000/svg">${paths.join('')}</svg>`;
const FILE = `assets/icons-${createHash('sha256').update(SPRITE).digest('hex').slice(0, 8)}.svg`;

/** All icons as one file beside the JavaScript, with its content in its name; the app knows it as ICON_SPRITE. */
export function iconSprite(): Plugin {
  return {
    name: 'icon-sprite',
    config: () => ({ define: { 'import.meta.env.ICON_SPRITE': JSON.stringify(`/${FILE}`) } }),
    configureServer(server) {
      server.middlewares.use(`/${FILE}`, (_request, response) => {
        response.setHeader('Content-Type', 'image/svg+xml').end(SPRITE);
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: SPRITE });
    },
  };
}
