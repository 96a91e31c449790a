import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';

const appUrl = inject('appUrl');

/**
 * JavaScript that a visitor's first page loads, in kilobytes of brotli: until the feed can be read, and all of it, until
 * the network rests (docs/adr/0012).
 */
const BUDGET_KB = { feed: 135, all: 150 };

describe.skipIf(!appUrl)('a visitor’s first page', () => {
  it(`loads at most ${BUDGET_KB.feed} kB of JavaScript before the feed, and ${BUDGET_KB.all} kB in all`, async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const bodies: Promise<{ file: string; kilobytes: number }>[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith('.js')) return;
      bodies.push(
        response
          .body()
          .then((body) => ({ file: pathname, kilobytes: brotliCompressSync(body).length / 1000 })),
      );
    });
    // The moment at which the feed is there, by the page's own clock: what is asked for later is not needed for it.
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('article')) return;
        performance.mark('feed');
        observer.disconnect();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(appUrl);
    await page.getByRole('article').first().waitFor();
    await page.waitForLoadState('networkidle');
    const early = await page.evaluate(() => {
      const feedAt = performance.getEntriesByName('feed')[0]!.startTime;
      const resources = performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < feedAt);
      return resources.map(({ name }) => new URL(name).pathname);
    });
    const scripts = await Promise.all(bodies);
    const sum = (some: typeof scripts): number => some.reduce((total, { kilobytes }) => total + kilobytes, 0);
    const feed = sum(scripts.filter(({ file }) => early.includes(file)));
    const all = sum(scripts);
    console.log(`JavaScript, brotli: ${feed.toFixed(1)} kB until the feed, ${all.toFixed(1)} kB in all`);
    expect(feed, JSON.stringify(scripts)).toBeGreaterThan(50);
    expect(feed, JSON.stringify(scripts)).toBeLessThanOrEqual(BUDGET_KB.feed);
    expect(all, JSON.stringify(scripts)).toBeLessThanOrEqual(BUDGET_KB.all);
    // The real-time client comes last; the numbers would be wrong if it had not come.
    expect(scripts.some(({ file }) => file.includes('open-') && !early.includes(file))).toBe(true);
    await browser.close();
  });
});
