import { randomInt } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect as that } from 'vitest';

export const PASSWORD = 'Fading-Ink-42';

export interface Newcomer {
  email: string;
  handle: string;
  displayName: string;
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What the page wrote to its console as errors, and what it threw. */
  problems: string[];
}

/** A browser of its own for one person, without animations. */
export async function visit(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(url);
  return { context, page, problems };
}

/** Somebody who was never here before. */
export function newcomer(name: string): Newcomer {
  const digits = String(randomInt(1_000_000)).padStart(6, '0');
  return {
    email: `${name}-${digits}@example.com`,
    handle: `${name}_${digits}`,
    displayName: `${name} ${digits}`,
  };
}

/** Fills in the sign-up form as it stands, and sends it. */
export async function fillSignUp(page: Page, person: Newcomer, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Display name').fill(person.displayName);
  await page.getByLabel('Handle').fill(person.handle);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** The newest code that went to an address, as the console's inbox has it; waits for one that is newer than `after`. */
export async function mailedCode(
  cloudUrl: string,
  address: string,
  after = 0,
): Promise<{ code: string; at: number }> {
  const query = new URLSearchParams({ to: address, after: String(after) });
  const response = await fetch(`${cloudUrl}/console/api/messages/next?${query}`);
  const mail = (await response.json()) as { code?: string; at: number } | null;
  if (!mail?.code) throw new Error(`No code was mailed to ${address}.`);
  return { code: mail.code, at: mail.at };
}

/** Signs somebody up and confirms them, in the browser; ends on the home feed, signed in. */
export async function join(page: Page, cloudUrl: string, person: Newcomer): Promise<void> {
  await page.goto(new URL('/sign-up', page.url()).href);
  await fillSignUp(page, person);
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  await page.getByLabel('Code').fill((await mailedCode(cloudUrl, person.email)).code);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await composer(page).waitFor();
}

export function composer(page: Page) {
  return page.getByRole('textbox', { name: 'What is on your mind?' }).first();
}

/** Writes a crud and posts it. */
export async function post(page: Page, message: string): Promise<void> {
  await composer(page).fill(message);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
}

/** A crud in the feed, by its text. */
export function crud(page: Page, message: string) {
  return page.getByRole('article').filter({ hasText: message });
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto(new URL('/sign-in', page.url()).href);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
}

/** Waits until a text is somewhere on the page. */
export async function seeText(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
  that(await page.getByText(text).first().isVisible()).toBe(true);
}
