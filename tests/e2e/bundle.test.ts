import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';
import { crud } from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');

/** All JavaScript that a visitor's first page loads until the feed stands and the network rests, in kilobytes of brotli. */
const BUDGET_KB = 150;

describe.skipIf(!appUrl)('a visitor’s first page', () => {
  it(`loads at most ${BUDGET_KB} kB of JavaScript`, async () => {
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
    await page.goto(appUrl);
    await crud(page, 'The engine weaves').waitFor();
    await page.waitForLoadState('networkidle');
    const scripts = await Promise.all(bodies);
    const total = scripts.reduce((sum, script) => sum + script.kilobytes, 0);
    console.log(`Initial JavaScript: ${total.toFixed(1)} kB brotli in ${scripts.length} files`);
    expect(scripts.length).toBeGreaterThan(0);
    expect(total, JSON.stringify(scripts)).toBeLessThanOrEqual(BUDGET_KB);
    await browser.close();
  });
});
