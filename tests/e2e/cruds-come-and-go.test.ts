import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';
import { held } from '../support/e2e/requests.ts';
import { composer, crud, join, newcomer, post, visit } from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');

describe.skipIf(!appUrl)('cruds', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('appear in another browser without a reload, behind the pill', async () => {
    const reader = await visit(browser, appUrl);
    await reader.page.getByRole('article').first().waitFor();
    const author = await visit(browser, appUrl);
    await join(author.page, cloudUrl, newcomer('rio'));
    const text = `Told at once ${Date.now()}`;
    const posting = await held(author.page, 'createActivity');
    await post(author.page, text);
    const card = crud(author.page, text);
    await author.page.locator('article[aria-busy]', { hasText: text }).waitFor();
    // A click that begins while it is on its way and ends when it has got through opens it.
    await card.getByText(text).hover();
    await author.page.mouse.down();
    posting.release();
    await card.getByRole('button', { name: /^Like/ }).waitFor();
    await author.page.mouse.up();
    await author.page.getByRole('heading', { name: 'Crud', exact: true }).waitFor();
    await author.page.goBack();
    await card.waitFor();
    const pill = reader.page.getByRole('button', { name: /new crud/i });
    await pill.waitFor();
    await pill.click();
    await crud(reader.page, text).waitFor();
    await Promise.all([reader.context.close(), author.context.close()]);
  });

  it('leave the page at the moment they expire', async () => {
    const { context, page } = await visit(browser, appUrl);
    await join(page, cloudUrl, newcomer('eve'));
    await page.getByRole('button', { name: /7 days/ }).click();
    await page.getByRole('menuitemradio', { name: '1 hour' }).click();
    const text = `Gone in an hour ${Date.now()}`;
    await post(page, text);
    await crud(page, text).waitFor();
    await page.clock.install();
    await page.reload();
    await crud(page, text).waitFor();
    const path = `/cruds/${await crud(page, text).getAttribute('data-crud-id')}`;
    await page.clock.fastForward('00:59:00');
    expect(await crud(page, text).count()).toBe(1);
    await page.clock.fastForward('00:01:10');
    await crud(page, text).waitFor({ state: 'detached' });
    await page.evaluate(
      (to) => history.pushState({}, '', to) ?? dispatchEvent(new PopStateEvent('popstate')),
      path,
    );
    await page.getByRole('heading', { name: 'This crud has expired' }).waitFor();
    await context.close();

    // What the server says of a link, when nothing else is left: the id tells when that was.
    const visitor = await visit(browser, new URL('/cruds/0190a000-0000-8000-8000-000000000000', appUrl).href);
    await visitor.page.getByRole('heading', { name: 'This crud has expired' }).waitFor();
    const { violations } = await new AxeBuilder({ page: visitor.page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await visitor.context.close();
  });

  it('are read from the top again when the place in the feed got lost', async () => {
    const { context, page } = await visit(browser, appUrl);
    await join(page, cloudUrl, newcomer('joe'));
    const reading = await held(page, 'homeFeed', ({ query, variables }) => ({
      query,
      variables: { ...variables, cursor: variables['cursor'] && 'nowhere' },
    }));
    reading.release();
    await page.reload();
    const cruds = page.getByRole('article');
    const lost = page.getByText('Your place in the feed got lost');
    const toTheEnd = () => page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await cruds.first().waitFor();
    // Lists are drawn in slices: the end moves until all are there.
    await expect.poll(() => toTheEnd().then(() => lost.isVisible())).toBe(true);
    const shown = await cruds.count();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await lost.waitFor({ state: 'detached' });
    await expect.poll(() => toTheEnd().then(() => cruds.count())).toBeGreaterThan(shown);
    await context.close();
  });

  it('are never lost: what was typed survives a reload', async () => {
    const { context, page } = await visit(browser, appUrl);
    await join(page, cloudUrl, newcomer('mia'));
    await composer(page).fill('Half a thought');
    await page.reload();
    await composer(page).waitFor();
    expect(await composer(page).inputValue()).toBe('Half a thought');
    await context.close();
  });

  it('show markup as text', async () => {
    const { context, page, problems } = await visit(browser, appUrl);
    await join(page, cloudUrl, newcomer('max'));
    const text = `<img src=x onerror="document.title='owned'"> ${Date.now()}`;
    await post(page, text);
    await crud(page, text).waitFor();
    expect(await page.title()).not.toContain('owned');
    expect(await page.locator('article img[src="x"]').count()).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });
});
