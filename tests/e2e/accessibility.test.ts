import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';
import { visit } from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');

const SCREENS = [
  '/',
  '/about',
  '/privacy',
  '/terms',
  '/trending',
  '/search?q=ada',
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/confirm?email=a%40example.com',
  '/no-such-page',
];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

describe.skipIf(!appUrl)('every screen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each(
    SCREENS.flatMap((path) =>
      SIZES.flatMap((size) =>
        (['light', 'dark'] as const).map((scheme) => [path, size.width, scheme, size] as const),
      ),
    ),
  )(
    '%s at %i pixels in %s has no accessibility problem that axe finds',
    async (path, _width, colorScheme, viewport) => {
      const { context, page } = await visit(browser, new URL(path, appUrl).href, { viewport, colorScheme });
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      if (path === '/') await page.getByRole('article').first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await context.close();
    },
  );
});
