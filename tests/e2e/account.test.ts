import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { problemsOf } from '../support/e2e/axe.ts';
import { launchBrowser } from '../support/e2e/browser.ts';
import {
  composer,
  crud,
  join,
  mailedCode,
  newcomer,
  PASSWORD,
  post,
  seeText,
  signIn,
  signOut,
  visit,
  type Newcomer,
} from '../support/e2e/visitor.ts';
import { totp } from '../support/totp.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');
const at = (path: string): string => new URL(path, appUrl).href;
const STEP_MS = 30_000;

describe.skipIf(!appUrl)('an account', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function arrive(name: string): Promise<Awaited<ReturnType<typeof visit>> & { person: Newcomer }> {
    const visitor = await visit(browser, appUrl);
    const person = newcomer(name);
    await join(visitor.page, cloudUrl, person);
    return { ...visitor, person };
  }

  it('gets a new password and a new address, and signs in with them', async () => {
    const { context, page, person } = await arrive('pia');
    await page.goto(at('/settings/account'));
    const password = page.getByRole('region', { name: 'Password' });
    await password.getByLabel('Present password', { exact: true }).fill('Wrong-Ink-42');
    await password.getByLabel('New password', { exact: true }).fill('Fresh-Ink-43');
    await password.getByRole('button', { name: 'Change password' }).click();
    await password.getByText('This is not your password.').waitFor();
    await password.getByLabel('Present password', { exact: true }).fill(PASSWORD);
    await password.getByRole('button', { name: 'Change password' }).click();
    await password.getByText(/Your password is changed/).waitFor();

    const address = page.getByRole('region', { name: 'E-mail address' });
    const next = person.email.replace('@', '.new@');
    await address.getByRole('button', { name: 'Change address' }).click();
    await address.getByLabel('New e-mail address').fill(next);
    await address.getByLabel('Your password', { exact: true }).fill(PASSWORD);
    await address.getByRole('button', { name: 'Send a code there' }).click();
    await address.getByText('This is not your password.').waitFor();
    await address.getByLabel('Your password', { exact: true }).fill('Fresh-Ink-43');
    await address.getByRole('button', { name: 'Send a code there' }).click();
    await address.getByText(/your old address stays/).waitFor();
    // Until the code was given back, the old address is the one.
    await address.getByText(person.email, { exact: true }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await address.getByLabel('Code').fill((await mailedCode(cloudUrl, next)).code);
    await address.getByRole('button', { name: 'Confirm' }).click();
    await address.getByText(next, { exact: true }).waitFor();

    await page.goto(appUrl);
    await signOut(page);
    await signIn(page, person.email, 'Fresh-Ink-43');
    await page.getByRole('alert').first().waitFor();
    await signIn(page, next, 'Fresh-Ink-43');
    await composer(page).waitFor();
    await context.close();
  });

  it('gets a second factor, is asked for it, and goes for good with everything', async () => {
    const { context, page, person } = await arrive('tom');
    const text = `To be exported ${Date.now()}`;
    await post(page, text);
    await crud(page, text).waitFor();
    const { key, used } = await setUpApp(page);

    await page.goto(appUrl);
    await signOut(page);
    await signIn(page, person.email);
    await page.getByRole('heading', { name: 'Your second factor' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    const code = page.getByLabel('Code of the app');
    // The code that set it up does not work again.
    await code.fill(used);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText(/used already|not the code of this moment/).waitFor();
    await code.fill(totp(key, Date.now()));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await composer(page).waitFor();

    await page.goto(at('/settings/data'));
    const downloaded = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const file = await downloaded;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^cruddur-${person.handle}-.*\\.json$`));
    const all = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(all).toMatchObject({
      signIn: { attributes: { email: person.email }, secondFactor: true },
      profile: [{ handle: person.handle }],
      activities: [{ message: text }],
    });

    await page.getByRole('button', { name: 'Delete my account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete your account' });
    await dialog.getByLabel(/Your handle/).fill('somebody_else');
    await dialog.getByLabel('Your password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Delete everything' }).click();
    await dialog.getByText(`Type ${person.handle} to confirm.`).waitFor();
    await dialog.getByLabel(/Your handle/).fill(person.handle);
    expect(await problemsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete everything' }).click();
    await dialog.getByLabel('Code of the app').fill(totp(key, Date.now() + STEP_MS));
    await dialog.getByRole('button', { name: 'Delete everything' }).click();
    await seeText(page, 'Your account is deleted.');
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    expect(await crud(page, text).count()).toBe(0);
    const left = await page.evaluate(() =>
      Object.keys(localStorage).filter((name) => /draft|outbox|IdentityServiceProvider/.test(name)),
    );
    expect(left).toEqual([]);
    await signIn(page, person.email);
    await page.getByRole('alert').first().waitFor();
    await context.close();
  });

  it('turns its second factor off with the password, and signs out everywhere', async () => {
    const { context, page, person } = await arrive('ike');
    await setUpApp(page);
    const factor = page.getByRole('region', { name: 'Second factor' });
    await factor.getByRole('button', { name: 'Turn off' }).click();
    await factor.getByLabel('Your password', { exact: true }).fill('Wrong-Ink-42');
    await factor.getByRole('button', { name: 'Turn off' }).click();
    await factor.getByText('This is not your password.').waitFor();
    await factor.getByLabel('Your password', { exact: true }).fill(PASSWORD);
    await factor.getByRole('button', { name: 'Turn off' }).click();
    await factor.getByText(/your password is enough to sign in/).waitFor();

    const elsewhere = await visit(browser, appUrl);
    await signIn(elsewhere.page, person.email);
    await composer(elsewhere.page).waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await seeText(page, 'This needs an account');
    // The other browser learns of it with the next thing that it asks for.
    await elsewhere.page.reload();
    await elsewhere.page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    await Promise.all([context.close(), elsewhere.context.close()]);
  });

  it('has settings that work on a phone, in the dark', async () => {
    const { context, page } = await arrive('una');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(at('/settings'));
    for (const section of ['Account', 'Security', 'Your data', 'Appearance']) {
      const sections = page.getByRole('navigation', { name: 'Settings' });
      await sections.getByRole('link', { name: new RegExp(`^${section}`) }).click();
      await page.getByRole('heading', { level: 1, name: section }).waitFor();
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
      expect(await problemsOf(page), section).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, section).toBeLessThanOrEqual(0);
      await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
    }
    await context.close();
  });
});

/** Sets an authenticator app up, with the code of half a minute ago, so that the codes after it are new. */
async function setUpApp(page: Page): Promise<{ key: string; used: string }> {
  await page.goto(at('/settings/security'));
  const factor = page.getByRole('region', { name: 'Second factor' });
  await factor.getByRole('button', { name: 'Set up an app' }).click();
  await factor.getByRole('img', { name: 'QR code with the setup key' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  const key = (await factor.locator('code').textContent())!.replaceAll(' ', '');
  const code = factor.getByLabel('Code of the app');
  await code.fill(totp(key, 0));
  await factor.getByRole('button', { name: 'Turn on' }).click();
  await factor.getByText(/does not fit/).waitFor();
  const used = totp(key, Date.now() - STEP_MS);
  await code.fill(used);
  await factor.getByRole('button', { name: 'Turn on' }).click();
  await factor.getByText(/It is on/).waitFor();
  return { key, used };
}
