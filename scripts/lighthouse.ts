import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tests/support/e2e/browser.ts';
import { startBuiltApp } from './lib/built-app.ts';

// Lighthouse's mobile figures of the production build on this machine, as one line of JSON:
// `npm run lighthouse`, `npm run lighthouse -- --runs 5 --page home`. Medians; times in milliseconds.
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, page: { type: 'string' } },
});
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const app = await startBuiltApp();
const port = 9000 + Math.floor(Math.random() * 900);
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', `--remote-debugging-port=${port}`],
});

/** The address of the first crud of the feed. In a context of its own, or the pages would find its visitor's traces. */
async function aThread(): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(app.url);
  const href = await page.locator('article a[href^="/cruds/"]').first().getAttribute('href');
  await context.close();
  return href!;
}

const pages = {
  home: '/',
  thread: await aThread(),
  profile: '/@ada',
  trending: '/trending',
  search: '/search',
  about: '/about',
};
/** Of a first visit: without what an earlier run left, the guest's identity among it. */
const FIRST_VISIT: NonNullable<Parameters<typeof lighthouse>[1]>['clearStorageTypes'] = [
  'file_systems',
  'shader_cache',
  'service_workers',
  'cache_storage',
  'local_storage',
];
const TIMES = { fcp: 'first-contentful-paint', lcp: 'largest-contentful-paint', tbt: 'total-blocking-time' };

const results: Record<string, unknown> = {};
for (const [name, path] of Object.entries(pages)) {
  if (values.page && values.page !== name) continue;
  const runs: Record<string, number>[] = [];
  const failed = new Set<string>();
  for (let run = 0; run < Number(values.runs); run += 1) {
    const result = await lighthouse(new URL(path, app.url).href, {
      port,
      onlyCategories: CATEGORIES,
      clearStorageTypes: FIRST_VISIT,
    });
    const { categories, audits } = result!.lhr;
    runs.push({
      ...Object.fromEntries(CATEGORIES.map((id) => [id, (categories[id]?.score ?? 0) * 100])),
      ...Object.fromEntries(Object.entries(TIMES).map(([key, id]) => [key, audits[id]?.numericValue ?? 0])),
    });
    for (const id of CATEGORIES.slice(1)) {
      for (const { id: audit } of categories[id]!.auditRefs)
        if (audits[audit]?.score === 0) failed.add(audit);
    }
  }
  const medians = Object.keys(runs[0]!).map((id) => [id, Math.round(median(runs.map((run) => run[id]!)))]);
  results[name] = { ...Object.fromEntries(medians), failed: [...failed] };
}
await browser.close();
await app.stop();
console.log(JSON.stringify({ runs: Number(values.runs), ...results }));
process.exit(0);
