import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { problemsOf } from '../support/e2e/axe.ts';
import { launchBrowser } from '../support/e2e/browser.ts';
import { crud, join, newcomer, post, visit } from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');
const at = (path: string): string => new URL(path, appUrl).href;

/** The item of the navigation, with the number of what is unread. */
const item = (page: Page, name: RegExp | string) => page.getByRole('link', { name }).first();
const like = (page: Page, text: string) =>
  crud(page, text).getByRole('button', { name: /^Like/ }).first().click();

describe.skipIf(!appUrl)('notifications', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('come live into every tab, are read by looking, and stop for kinds that are switched off', async () => {
    const ada = await visit(browser, appUrl);
    const person = newcomer('ana');
    await join(ada.page, cloudUrl, person);
    const [first, second] = [`First ${Date.now()}`, `Second ${Date.now()}`];
    await post(ada.page, first);
    await crud(ada.page, first).waitFor();
    await post(ada.page, second);
    await crud(ada.page, second).waitFor();
    const otherTab = await ada.context.newPage();
    await otherTab.goto(appUrl);
    for (const tab of [ada.page, otherTab]) await item(tab, 'Notifications').waitFor();

    const fan = await visit(browser, appUrl);
    const fanPerson = newcomer('fan');
    await join(fan.page, cloudUrl, fanPerson);
    await like(fan.page, first);
    for (const tab of [ada.page, otherTab]) await item(tab, /1 unread\) ?Notifications/).waitFor();

    // Looking at the list is reading it; the other tab learns of it.
    await item(ada.page, /Notifications/).click();
    const row = ada.page.getByRole('listitem').filter({ hasText: first });
    await row.getByText(/liked your crud/).waitFor();
    await row.getByRole('link', { name: fanPerson.displayName }).waitFor();
    await item(otherTab, /^Notifications$/).waitFor();
    await item(ada.page, /^Notifications$/).waitFor();
    expect(await row.getByText('Unread:').count()).toBe(1);
    expect(await problemsOf(ada.page)).toEqual([]);
    await ada.page.getByRole('button', { name: 'Mark all read' }).click();
    await row.getByText('Unread:').waitFor({ state: 'detached' });

    // What comes while one looks waits behind a button.
    await like(fan.page, second);
    await ada.page.getByRole('button', { name: 'Show what is new' }).click();
    await ada.page.getByRole('listitem').filter({ hasText: second }).waitFor();
    await ada.page.getByRole('link', { name: first }).click();
    await ada.page.waitForURL(/\/cruds\//);

    await ada.page.goto(at('/settings/notifications'));
    const likes = ada.page.getByRole('switch', { name: /^Likes/ });
    await likes.click();
    expect(await problemsOf(ada.page)).toEqual([]);
    await ada.page.reload();
    await likes.waitFor();
    expect(await likes.isChecked()).toBe(false);
    expect(await ada.page.getByRole('switch', { name: /^Reposts/ }).isChecked()).toBe(true);
    expect([...ada.problems, ...fan.problems]).toEqual([]);
    await Promise.all([ada.context.close(), fan.context.close()]);
  });

  it('are for people with an account', async () => {
    const { context, page } = await visit(browser, at('/notifications'), {
      viewport: { width: 390, height: 844 },
    });
    await page.getByRole('heading', { name: 'Notifications are for people with an account' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await context.close();
  });
});
