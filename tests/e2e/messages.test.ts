import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';
import * as dm from '../support/e2e/messages.ts';
import { join, newcomer, visit, type Visit } from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');

const ida = newcomer('ida');
const max = newcomer('max');
const eva = newcomer('eva');

describe.skipIf(!appUrl)('messages', () => {
  let browser: Browser;
  let ofIda: Visit;
  let ofMax: Visit;
  let ofEva: Visit;
  /** The pages of the two who talk. */
  let a: Page;
  let b: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    [ofIda, ofMax, ofEva] = (await Promise.all(
      [ida, max, eva].map(async (person) => {
        const visitor = await visit(browser, appUrl);
        await join(visitor.page, cloudUrl, person);
        return visitor;
      }),
    )) as [Visit, Visit, Visit];
    a = ofIda.page;
    b = ofMax.page;
  });
  afterAll(() => browser?.close());

  it('start from a search, arrive at once with a badge, and tell of typing and reading', async () => {
    await dm.startWith(a, [max]);
    await dm.say(a, 'Hello Max, <b>look</b>: https://example.com/a_(b)');
    await dm.message(a, 'Hello Max').waitFor();
    await a.getByText('Delivered', { exact: true }).waitFor();
    // He is on the home page: the badge counts, without a reload.
    await b
      .getByRole('link', { name: /1 unread messages/ })
      .first()
      .waitFor();
    await dm.open(b, ida.displayName);
    await dm.message(b, 'Hello Max, <b>look</b>').waitFor();
    expect(await b.getByRole('link', { name: 'example.com/a_(b)', exact: true }).getAttribute('href')).toBe(
      'https://example.com/a_(b)',
    );
    await a.getByText('Read', { exact: true }).waitFor();
    await b.getByRole('link', { name: 'Messages', exact: true }).first().waitFor();
    await dm.field(b).pressSequentially('I see');
    await a.getByText(`${max.displayName} is typing…`).waitFor();
    await dm.field(b).press('Shift+Enter');
    await dm.field(b).pressSequentially('two lines');
    await dm.field(b).press('Enter');
    await dm.message(a, 'I see').waitFor();
    expect(await dm.field(b).inputValue()).toBe('');
    expect(await dm.texts(a)).toEqual(await dm.texts(b));
  });

  it('arrive in every open tab', async () => {
    const second = await ofMax.context.newPage();
    await second.goto(b.url());
    await dm.message(second, 'I see').waitFor();
    await dm.say(a, 'For all tabs');
    await Promise.all([b, second].map((page) => dm.message(page, 'For all tabs').waitFor()));
    await dm.say(second, 'From the second tab');
    await dm.message(b, 'From the second tab').waitFor();
    await second.close();
  });

  it('are edited and deleted by their author, with a mark for both', async () => {
    await dm.say(a, 'A tpyo');
    await dm.message(b, 'A tpyo').waitFor();
    await dm.choose(a, 'A tpyo', 'Edit');
    await a.getByLabel('Change your message').fill('A typo, mended');
    await a.getByLabel('Change your message').press('Enter');
    await dm.message(b, 'A typo, mended').waitFor();
    await dm.message(b, 'A typo, mended').getByText('edited').waitFor();
    await dm.choose(a, 'A typo, mended', 'Delete');
    await a.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await Promise.all([a, b].map((page) => dm.message(page, 'This message was deleted.').waitFor()));
    expect(await dm.message(b, 'A typo').count()).toBe(0);
  });

  it('that were missed without a network come once and in order when it is back', async () => {
    await ofMax.context.setOffline(true);
    await b.getByText('You are offline.').waitFor();
    await dm.say(b, 'Written offline');
    await dm.message(b, 'Written offline').getByText('Not sent.').waitFor();
    for (const text of ['missed 1', 'missed 2', 'missed 3']) {
      await dm.say(a, text);
      await dm.stored(a, text);
    }
    expect(await dm.message(b, 'missed').count()).toBe(0);
    await ofMax.context.setOffline(false);
    await dm.message(b, 'missed 3').waitFor();
    await dm.message(a, 'Written offline').waitFor();
    await dm.stored(b, 'Written offline');
    const last = (await dm.texts(b)).slice(-4);
    expect(last).toEqual(['missed 1', 'missed 2', 'missed 3', 'Written offline']);
    expect(await dm.texts(a)).toEqual(await dm.texts(b));
  });

  it('are never lost: a draft survives a reload, and what failed waits with «try again» and «discard»', async () => {
    await dm.field(a).fill('Half a tho');
    await a.reload();
    await dm.field(a).waitFor();
    expect(await dm.field(a).inputValue()).toBe('Half a tho');
    await dm.field(a).fill('');
    const isSend = (url: URL) => url.pathname.endsWith('/graphql');
    await a.route(isSend, async (route) => {
      if (route.request().postData()?.includes('sendMessage')) await route.abort();
      else await route.fallback();
    });
    await dm.say(a, 'Does not get through');
    await dm.message(a, 'Does not get through').getByText('Not sent.').waitFor();
    await a.reload();
    const failed = dm.message(a, 'Does not get through');
    await failed.waitFor();
    await dm.say(a, 'Nor this');
    await dm
      .message(a, 'Nor this')
      .getByText(/Not sent|Sending/)
      .waitFor();
    await failed.getByText('Not sent.').waitFor();
    // From the press on they get through. Were it before, a try that comes by itself could be faster than the press.
    const retry = failed.getByRole('button', { name: 'Try again' });
    await retry.evaluate((button) => {
      button.addEventListener('click', () => (document.documentElement.dataset['pressed'] = ''));
    });
    await a.route(isSend, async (route) => {
      const pressed = await a.evaluate(() => 'pressed' in document.documentElement.dataset);
      if (pressed || !route.request().postData()?.includes('sendMessage')) await route.continue();
      else await route.abort();
    });
    await retry.click();
    await dm.message(b, 'Does not get through').waitFor();
    await dm.message(b, 'Nor this').waitFor();
    await a.unrouteAll({ behavior: 'wait' });
    expect(await dm.texts(a)).toEqual(await dm.texts(b));
  });

  it('keep the reader’s place: older pages come above, and new ones wait behind a pill', async () => {
    for (let n = 1; n <= 60; n += 1) await dm.say(a, `line ${n}`);
    await dm.stored(a, 'line 60');
    await b.reload();
    await dm.message(b, 'line 60').waitFor();
    const box = b.getByRole('region', { name: 'Messages' });
    await box.evaluate((element) => (element.scrollTop = 0));
    await dm.message(b, 'Hello Max').waitFor();
    await box.evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
    await b.getByRole('button', { name: 'To the newest' }).waitFor();
    const before = await box.evaluate((element) => element.scrollTop);
    await dm.say(a, 'While you were reading');
    await b.getByRole('button', { name: '1 new message' }).waitFor();
    expect(await box.evaluate((element) => element.scrollTop)).toBe(before);
    await b.getByRole('button', { name: '1 new message' }).click();
    await a.getByText('Read', { exact: true }).waitFor();
  });

  it('go right on a computer whose clock is wrong', async () => {
    const page = await ofIda.context.newPage();
    await page.clock.setFixedTime(Date.now() - 50 * 3_600_000);
    await page.goto(a.url());
    await dm.field(page).waitFor();
    await dm.say(page, 'From the past');
    await dm.message(b, 'From the past').waitFor();
    await dm.say(b, 'To the past');
    await dm.message(page, 'To the past').waitFor();
    expect(await dm.texts(page)).toEqual((await dm.texts(a)).slice(-(await dm.texts(page)).length));
    expect((await dm.texts(b)).slice(-2)).toEqual(['From the past', 'To the past']);
    await page.close();
  });

  it('make groups: added, renamed, told who has read, removed', async () => {
    await dm.startWith(a, [max, eva], 'Three of us');
    await dm.say(a, 'Welcome both');
    await dm.open(ofEva.page, 'Three of us');
    await dm.message(ofEva.page, 'Welcome both').waitFor();
    await a.getByText(`Read by ${eva.displayName}`).waitFor();
    await a.getByRole('button', { name: 'About this conversation' }).click();
    await a.getByLabel('Name of the group').fill('We three');
    await a.getByRole('button', { name: 'Rename' }).click();
    await ofEva.page.getByRole('heading', { name: 'We three' }).waitFor();
    await dm.audit(a);
    await a.getByRole('button', { name: `Remove ${eva.displayName}` }).click();
    await a.getByRole('button', { name: 'Remove for good' }).click();
    await ofEva.page.getByRole('heading', { name: 'This conversation is not here' }).waitFor();
    await a.getByText('2 members').first().waitFor();
    await a.getByRole('button', { name: 'Close' }).click();
  });

  it('to oneself are notes', async () => {
    await a.goto(new URL('/messages/new', appUrl).href);
    await a.getByRole('button', { name: 'Notes to yourself' }).click();
    await dm.say(a, 'Buy ink');
    await dm.stored(a, 'Buy ink');
    await a.getByRole('heading', { name: 'Notes to yourself' }).waitFor();
  });

  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)(
    'have no accessibility problem that axe finds, at %i pixels in %s',
    async (width, colorScheme) => {
      const { page } = ofIda;
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      for (const path of ['/messages', '/messages/new']) {
        await page.goto(new URL(path, appUrl).href);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        await dm.audit(page);
      }
      await dm.open(page, max.displayName);
      await dm.message(page, 'To the past').waitFor();
      await dm.audit(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );

  it('threw nothing and logged no error but for the requests that these tests cut', () => {
    const problems = [ofIda, ofMax, ofEva].flatMap((visitor) => visitor.problems);
    expect(problems.filter((text) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/.test(text))).toEqual(
      [],
    );
  });
});
