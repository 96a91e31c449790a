import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';
import {
  composer,
  crud,
  fillSignUp,
  join,
  mailedCode,
  newcomer,
  PASSWORD,
  post,
  seeText,
  signIn,
  signOut,
  visit,
} from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');

describe.skipIf(!appUrl)('a newcomer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('reads the home feed without signing in', async () => {
    const { context, page, problems } = await visit(browser, appUrl);
    // The other tests' people post too, so that no crud of the demo is sure to be among the newest.
    await page.getByRole('article').nth(19).waitFor({ state: 'attached' });
    expect(await page.getByText('This one expired before you came').count()).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('loads the rest of the feed while scrolling, and comes to its end', async () => {
    const { context, page } = await visit(browser, appUrl);
    await page.getByRole('article').first().waitFor();
    for (let turn = 0; turn < 10 && !(await crud(page, 'One accurate measurement').isVisible()); turn += 1) {
      await page.mouse.wheel(0, 4000);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await crud(page, 'One accurate measurement').waitFor();
    await context.close();
  });

  it('signs up, confirms with the code from the inbox, posts, reloads, and signs out', async () => {
    const { context, page } = await visit(browser, appUrl);
    const person = newcomer('ida');
    await join(page, cloudUrl, person);
    await post(page, 'My first crud, and nobody else’s.');
    await crud(page, 'My first crud').waitFor();
    await page.reload();
    await composer(page).waitFor();
    expect(await crud(page, 'My first crud').first().textContent()).toContain(person.handle);
    await signOut(page);
    expect(await composer(page).count()).toBe(0);
    await context.close();
  });

  it('is told what to do about a taken handle, a weak password and a wrong code', async () => {
    const { context, page } = await visit(browser, new URL('/sign-up', appUrl).href);
    const person = newcomer('kay');
    await fillSignUp(page, { ...person, handle: 'ada' });
    await seeText(page, /This handle is taken/);
    await page.getByLabel('Handle').fill(person.handle);
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    expect(await page.getByRole('heading', { name: 'Join Cruddur' }).isVisible()).toBe(true);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
    const { code } = await mailedCode(cloudUrl, person.email);
    await page.getByLabel('Code').fill(code === '000000' ? '000001' : '000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await seeText(page, 'This is not the code that we sent last.');
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await composer(page).waitFor();
    await context.close();
  });

  it('comes back unconfirmed, and is led to the code', async () => {
    const { context, page } = await visit(browser, new URL('/sign-up', appUrl).href);
    const person = newcomer('una');
    await fillSignUp(page, person);
    await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
    const first = await mailedCode(cloudUrl, person.email);
    await signIn(page, person.email);
    await seeText(page, 'This address is not confirmed yet');
    const { code } = await mailedCode(cloudUrl, person.email, first.at);
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await composer(page).waitFor();
    await context.close();
  });

  it('is refused with a wrong password, and recovers a forgotten one', async () => {
    const { context, page } = await visit(browser, appUrl);
    const person = newcomer('fay');
    await join(page, cloudUrl, person);
    await signOut(page);
    await signIn(page, person.email, 'Wrong-Ink-42');
    await page
      .getByRole('alert')
      .filter({ hasText: /password/i })
      .first()
      .waitFor();
    const { at } = await mailedCode(cloudUrl, person.email);
    await page.getByRole('link', { name: 'Forgot your password?' }).first().click();
    await page.getByRole('button', { name: /code/i }).click();
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await page.getByLabel('Code').fill((await mailedCode(cloudUrl, person.email, at)).code);
    await page.getByLabel('New password').fill('Fresh-Ink-43');
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await composer(page).waitFor();
    await context.close();
  });
});
