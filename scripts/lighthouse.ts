import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tests/support/e2e/browser.ts';
import { startBuiltApp } from './lib/built-app.ts';

// Lighthouse's mobile figures of the production build on this machine, as one line of JSON:
// `npm run lighthouse`, `npm run lighthouse -- --runs 5`.
const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const app = await startBuiltApp();
const port = 9000 + Math.floor(Math.random() * 900);
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', `--remote-debugging-port=${port}`],
});

/** The address of the first crud of the feed. */
async function aThread(): Promise<string> {
  const page = await browser.newPage();
  await page.goto(app.url);
  const href = await page.locator('article a[href^="/cruds/"]').first().getAttribute('href');
  await page.close();
  return href!;
}

const pages = { home: '/', thread: await aThread(), profile: '/@ada' };
const results: Record<string, unknown> = {};
for (const [name, path] of Object.entries(pages)) {
  const runs: Record<string, number>[] = [];
  const failed = new Set<string>();
  for (let run = 0; run < Number(values.runs); run += 1) {
    const result = await lighthouse(new URL(path, app.url).href, { port, onlyCategories: CATEGORIES });
    const { categories, audits } = result!.lhr;
    runs.push(Object.fromEntries(CATEGORIES.map((id) => [id, (categories[id]?.score ?? 0) * 100])));
    for (const id of CATEGORIES.slice(1)) {
      for (const { id: audit } of categories[id]!.auditRefs)
        if (audits[audit]?.score === 0) failed.add(audit);
    }
  }
  const medians = CATEGORIES.map((id) => [id, Math.round(median(runs.map((run) => run[id]!)))]);
  results[name] = { ...Object.fromEntries(medians), failed: [...failed] };
}
await browser.close();
await app.stop();
console.log(JSON.stringify({ runs: Number(values.runs), ...results }));
process.exit(0);
