import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SCREENS } from '../../scripts/screens/table.ts';
import { DEMO_PASSWORD } from '../../scripts/start/seed.ts';
import { problemsOf } from '../support/e2e/axe.ts';
import { launchBrowser } from '../support/e2e/browser.ts';
import { signIn, visit } from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');

/** Themes differ in colours alone, and windows in all else: three of the four are enough. */
const LOOKS = [
  { kind: 'desk', colorScheme: 'light', only: undefined, viewport: { width: 1280, height: 800 } },
  { kind: 'desk', colorScheme: 'dark', only: 'color-contrast', viewport: { width: 1280, height: 800 } },
  { kind: 'phone', colorScheme: 'dark', only: undefined, viewport: { width: 390, height: 844 } },
] as const;
const PEOPLE = [...new Set(SCREENS.map((screen) => screen.as))];

describe.skipIf(!appUrl)('every screen and dialog of docs/screens', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each(LOOKS.flatMap((look) => PEOPLE.map((as) => ({ ...look, who: as ?? 'a visitor', as }))))(
    'axe finds nothing for $who on a $kind, $colorScheme',
    async ({ kind, colorScheme, only, viewport, as }) => {
      const { context, page } = await visit(browser, appUrl, { viewport, colorScheme });
      if (as) {
        await signIn(page, `${as}@example.com`, DEMO_PASSWORD);
        await page.getByRole('article').first().waitFor();
      }
      const problems: Record<string, string[]> = {};
      for (const { name, path, ready, ...screen } of SCREENS) {
        if (screen.as !== as || (screen.only && screen.only !== kind)) continue;
        await page.goto(new URL(path, appUrl).href);
        await ready?.(page);
        const found = await problemsOf(page, only);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) found.push(`${overflow} pixels wider than the window`);
        if (found.length > 0) problems[name] = found;
      }
      expect(problems).toEqual({});
      await context.close();
    },
    180_000,
  );
});
