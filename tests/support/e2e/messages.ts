import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect as that } from 'vitest';
import type { Newcomer } from './visitor.ts';

/** Where one writes in a conversation. */
export function field(page: Page) {
  return page.getByLabel('Your message');
}

/** Writes a message and sends it with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

/** A message of the conversation that is open, by its text. */
export function message(page: Page, text: string) {
  return page.getByRole('region', { name: 'Messages' }).getByRole('listitem').filter({ hasText: text });
}

/** Waits until a message is stored: it has a number then. */
export async function stored(page: Page, text: string): Promise<void> {
  await page.locator('li[data-seq]').filter({ hasText: text }).first().waitFor();
}

/** The texts of the conversation that is open, in the order in which they stand. */
export function texts(page: Page): Promise<string[]> {
  return page
    .locator('li[data-seq]')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('p')?.textContent ?? ''));
}

/** Opens a conversation by its name. */
export async function open(page: Page, title: string): Promise<void> {
  await page
    .getByRole('link', { name: /Messages/ })
    .first()
    .click();
  await page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name: title }).click();
  await field(page).waitFor();
}

/** Starts a conversation by searching for people. */
export async function startWith(page: Page, people: readonly Newcomer[], title?: string): Promise<void> {
  await page
    .getByRole('link', { name: /Messages/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'New message' }).click();
  for (const { handle, displayName } of people) {
    await page.getByLabel('Whom do you want to write to?').fill(`@${handle}`);
    await page.getByRole('list', { name: 'Found' }).getByRole('button', { name: displayName }).click();
  }
  if (title) await page.getByLabel('Name of the group').fill(title);
  await page.getByRole('button', { name: /^(Write to|Start a group)/ }).click();
  await field(page).waitFor();
}

/** Chooses something from a message's menu. */
export async function choose(page: Page, text: string, item: string): Promise<void> {
  await message(page, text).hover();
  await message(page, text)
    .getByRole('button', { name: /^More about/ })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Fails when axe finds something. */
export async function audit(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  that(found).toEqual([]);
}
