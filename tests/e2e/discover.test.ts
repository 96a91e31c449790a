import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { problemsOf } from '../support/e2e/axe.ts';
import { launchBrowser } from '../support/e2e/browser.ts';
import { crud, join, newcomer, post, visit, type Visit } from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');
const at = (path: string): string => new URL(path, appUrl).href;

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Feeds' }).getByRole('link', { name, exact: true });
const feed = (page: Page, name: string): Locator => page.getByRole('feed', { name, exact: true });
const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search cruds and people' });
const option = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });

/** The option that the field says is meant: the focus itself stays in the field. */
async function chosen(page: Page): Promise<string | null> {
  const id = await field(page).getAttribute('aria-activedescendant');
  return id ? page.locator(`[id="${id}"][aria-selected="true"]`).textContent() : null;
}

/** Presses a bookmark and waits until the server has it. */
async function pressBookmark(page: Page, card: Locator): Promise<void> {
  const answered = page.waitForResponse((response) =>
    /mutation[^]*[bB]ookmark/.test(response.request().postData() ?? ''),
  );
  await card.getByRole('button', { name: 'Bookmark' }).click();
  const answer = (await (await answered).json()) as { errors?: unknown };
  expect(answer.errors).toBeUndefined();
}

describe.skipIf(!appUrl)('discovering', () => {
  let browser: Browser;
  let dora: Visit;

  beforeAll(async () => {
    browser = await launchBrowser();
    dora = await visit(browser, appUrl, { viewport: SIZES[0] });
    await join(dora.page, cloudUrl, newcomer('dora'));
  });
  afterAll(() => browser?.close());

  it('is at the same place when one goes back to what the app was opened with', async () => {
    const { page, context } = await visit(browser, appUrl, { viewport: SIZES[1] });
    const cards = feed(page, 'Home feed').getByRole('article');
    const top = (card: Locator): Promise<number> =>
      card.evaluate((element) => element.getBoundingClientRect().top);
    await cards.nth(19).scrollIntoViewIfNeeded();
    // More than the first page: the place is behind what is read while scrolling.
    await cards.nth(25).scrollIntoViewIfNeeded();
    const key = await cards.nth(25).getAttribute('data-crud-id');
    const card = page.locator(`article[data-crud-id="${key}"]`);
    const before = await top(card);
    await card.click({ position: { x: 5, y: 5 } });
    await page.getByRole('heading', { level: 1, name: 'Crud', exact: true }).waitFor();
    await page.goBack();
    await card.waitFor();
    await expect.poll(async () => Math.abs((await top(card)) - before)).toBeLessThan(3);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await context.close();
  });

  it('has feeds of everyone, of those whom one follows, and of what trends', async () => {
    const { page } = dora;
    await page.goto(appUrl);
    await tab(page, 'Following').click();
    await page.waitForURL('**/following');
    await page.getByText('Follow somebody').waitFor();
    await page.goto(at('/@ada'));
    const follow = page.getByRole('main').getByRole('button', { name: 'Follow Ada Lovelace', exact: true });
    await follow.first().click();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Following Ada/ })
      .waitFor();
    await page.goto(at('/following'));
    await crud(page, 'No regrets.').first().waitFor();
    expect(await tab(page, 'Following').getAttribute('aria-current')).toBe('page');
    await tab(page, 'Trending').click();
    await feed(page, 'Trending').getByRole('article').first().waitFor();
    expect(await tab(page, 'Trending').getAttribute('aria-current')).toBe('page');
    await tab(page, 'Everyone').click();
    await page.waitForURL(appUrl);
    await page.getByRole('article').first().waitFor();

    const visitor = await visit(browser, at('/trending'));
    await feed(visitor.page, 'Trending').getByRole('article').first().waitFor();
    expect(await tab(visitor.page, 'Following').count()).toBe(0);
    await visitor.page.goto(at('/following'));
    await visitor.page.getByText('For members').waitFor();
    await visitor.context.close();
  });

  it('goes from a hashtag in a crud to all cruds with it', async () => {
    const { page } = dora;
    const tag = `lamplight${Date.now()}`;
    await page.goto(appUrl);
    await post(page, `By #${tag} tonight`);
    const posted = crud(page, tag);
    // What is on its way has no buttons yet, and is drawn anew when it has arrived.
    await posted.getByRole('button', { name: /^Like/ }).waitFor();
    await posted.getByRole('link', { name: `#${tag}` }).click();
    await page.waitForURL(`**/tags/${tag}`);
    await page.getByRole('heading', { level: 1, name: `#${tag}` }).waitFor();
    await page.reload();
    const list = feed(page, `Cruds with #${tag}`);
    await list.getByText('tonight').first().waitFor();
    expect(await list.getByRole('article').count()).toBe(1);
    await page.goto(at('/tags/nobody_ever_wrote_this'));
    await page.getByText('Nobody uses this hashtag now').waitFor();
  });

  it('searches with the keyboard alone', async () => {
    const { page } = dora;
    await page.goto(appUrl);
    await field(page).waitFor();
    await page.keyboard.press('/');
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('katherine');
    await option(page, /Katherine Johnson/).waitFor();
    expect(await chosen(page)).toBeNull();
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe('Search for “katherine”');
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toContain('Katherine Johnson');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/@katherine');
    await page.getByRole('heading', { level: 1, name: 'Katherine Johnson' }).waitFor();

    await field(page).fill('moth');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=moth');
    await feed(page, 'Cruds that were found').getByText('Found a moth in relay 70').first().waitFor();
    await field(page).fill('grce');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=grce');
  });

  it('remembers searches until one clears them', async () => {
    const { page } = dora;
    await page.goto(at('/search'));
    await field(page).fill('velvet');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=velvet');
    await page.goto(at('/search'));
    await field(page).focus();
    await option(page, 'velvet').waitFor();
    await page.getByRole('button', { name: 'Clear recent searches' }).click();
    await option(page, 'velvet').waitFor({ state: 'detached' });
    await page.reload();
    await field(page).fill('x');
    await option(page, 'Search for “x”').waitFor();
    await field(page).fill('');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
  });

  it('says when nothing and nobody was found, and takes markup for text', async () => {
    const { page } = dora;
    await page.goto(at('/search?q=zzyzxqq'));
    await page.getByText('Nothing was found').waitFor();
    const kinds = page.getByRole('navigation', { name: 'What is searched' });
    await kinds.getByRole('link', { name: 'People' }).click();
    await page.getByText('Nobody was found').waitFor();
    await page.goto(at(`/search?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`));
    await page.getByText('Nothing was found').waitFor();
    expect(await field(page).inputValue()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await page.goto(at(`/search?q=${'x'.repeat(300)}`));
    await page.getByText('This search is too long').waitFor();
  });

  it('keeps bookmarks', async () => {
    const { page } = dora;
    await page.goto(at('/bookmarks'));
    await page.getByText('No bookmarks').waitFor();
    await page.goto(at('/@ada'));
    await pressBookmark(page, crud(page, 'No regrets.').first());
    await page.goto(at('/bookmarks'));
    const kept = feed(page, 'Bookmarks').getByRole('article').first();
    await kept.getByText('No regrets.').waitFor();
    await pressBookmark(page, kept);
    await page.goto(at('/bookmarks'));
    await page.getByText('No bookmarks').waitFor();
    await page.goto(at('/@ada'));
    await pressBookmark(page, crud(page, 'No regrets.').first());
    expect(dora.problems).toEqual([]);
  });

  // With what the tests before followed and kept: lists that have something.
  it.each(
    ['/trending', '/following', '/tags/debugging', '/search?q=moth', '/bookmarks'].flatMap((path) =>
      SIZES.map((size) => [path, size.width, size] as const),
    ),
  )('%s at %i pixels has no problem that axe finds', async (path, _, size) => {
    const { page } = dora;
    await page.setViewportSize(size);
    await page.goto(at(path));
    await page.getByRole('feed').getByRole('article').first().waitFor();
    expect(await problemsOf(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
