import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What search engines may list: pages that stay. What people write fades, and is found through links while it lives. */
const PAGES = ['/', '/trending', '/search', '/about', '/privacy', '/terms'];

/**
 * Where the app will be, as far as the build is told: `SITE_URL`, or the address that Amplify Hosting gives a branch.
 * Undefined elsewhere.
 */
export function siteAddress(env: NodeJS.ProcessEnv): string | undefined {
  const { SITE_URL, AWS_BRANCH, AWS_APP_ID } = env;
  if (SITE_URL) return new URL(SITE_URL).origin;
  if (!AWS_BRANCH || !AWS_APP_ID) return undefined;
  return `https://${AWS_BRANCH.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}.${AWS_APP_ID}.amplifyapp.com`;
}

/**
 * What only whole addresses can say: the picture of link previews, and a sitemap that robots.txt names. A build that does
 * not know its address leaves them out.
 */
export function siteAddressPlugin(): Plugin {
  const address = siteAddress(process.env);
  return {
    name: 'site-address',
    apply: 'build',
    transformIndexHtml() {
      if (!address) return [];
      const injectTo = 'head' as const;
      const picture = `${address}/preview.png`;
      return [
        { tag: 'meta', injectTo, attrs: { property: 'og:url', content: `${address}/` } },
        { tag: 'meta', injectTo, attrs: { property: 'og:image', content: picture } },
        {
          tag: 'meta',
          injectTo,
          attrs: { property: 'og:image:alt', content: 'Cruddur: short posts that fade away' },
        },
      ];
    },
    generateBundle() {
      if (!address) return;
      const urls = PAGES.map((path) => `  <url><loc>${address}${path}</loc></url>\n`).join('');
      const source = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
      this.emitFile({ type: 'asset', fileName: 'sitemap.xml', source });
    },
    writeBundle({ dir }) {
      if (address) appendFileSync(join(dir!, 'robots.txt'), `Sitemap: ${address}/sitemap.xml\n`);
    },
  };
}
