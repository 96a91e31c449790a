import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../tests/support/e2e/browser.ts';
import { startBuiltApp } from './lib/built-app.ts';
import { root } from './lib/paths.ts';
import { SCREENS } from './screens/table.ts';
import { DEMO_PASSWORD } from './start/seed.ts';

// Takes the screenshots of docs/screens out of the production build with the demo data: `npm run screens`; names of
// screens as arguments take just those.
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const folder = join(root, 'docs/screens');
const wanted = process.argv.slice(2);

async function signIn(page: Page, handle: string): Promise<void> {
  await page.goto(new URL('/sign-in', app.url).href);
  await page.getByLabel('E-mail').fill(`${handle}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('article').first().waitFor();
}

const app = await startBuiltApp();
const browser = await launchBrowser();
mkdirSync(folder, { recursive: true });
for (const viewport of SIZES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const who of new Set(SCREENS.map((screen) => screen.as))) {
      const screens = SCREENS.filter(
        ({ as, name, only }) =>
          as === who &&
          (wanted.length === 0 || wanted.includes(name)) &&
          only !== (viewport.width < 700 ? 'desk' : 'phone'),
      );
      if (screens.length === 0) continue;
      const context = await browser.newContext({
        viewport,
        colorScheme,
        reducedMotion: 'reduce',
        isMobile: viewport.width < 700,
      });
      const page = await context.newPage();
      if (who) await signIn(page, who);
      for (const { name, path, ready } of screens) {
        await page.goto(new URL(path, app.url).href);
        await ready?.(page);
        await page.waitForLoadState('networkidle');
        const image = sharp(await page.screenshot());
        const file = join(folder, `${name}-${viewport.width}-${colorScheme}.png`);
        await image.png({ palette: true, colours: 128, effort: 8 }).toFile(file);
        console.log(file);
      }
      await context.close();
    }
  }
}
await browser.close();
await app.stop();
process.exit(0);
