import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';
import { asker, held } from '../support/e2e/requests.ts';
import { crud, join, newcomer, post, visit, type Newcomer, type Visit } from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');

/** The button under a crud whose name begins so. */
const button = (card: Locator, name: string): Locator =>
  card.getByRole('button', { name: new RegExp(`^${name}`) }).first();
const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Opens a page, and waits until the server listens for what happens to the cruds on it. */
async function watching(page: Page, url: string): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    page.once('websocket', (socket) => {
      let asked: string | undefined;
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('OnActivityChanged')) asked = JSON.parse(String(payload)).id;
      });
      socket.on('framereceived', ({ payload }) => {
        const { type, id } = JSON.parse(String(payload)) as { type: string; id?: string };
        if (type === 'start_ack' && id === asked) resolve();
      });
    });
  });
  await page.goto(url);
  await heard;
}

describe.skipIf(!appUrl)('what one does with cruds', () => {
  let browser: Browser;
  let author: Visit;
  let reader: Visit;
  const [ann, ben]: [Newcomer, Newcomer] = [newcomer('ann'), newcomer('ben')];

  beforeAll(async () => {
    browser = await launchBrowser();
    author = await visit(browser, appUrl);
    reader = await visit(browser, appUrl);
    await join(author.page, cloudUrl, ann);
    await join(reader.page, cloudUrl, ben);
  });
  afterAll(() => browser?.close());

  /** The author posts something, and both have its page open, with news of it coming. */
  async function bothAt(text: string): Promise<{ ours: Locator; theirs: Locator; path: string }> {
    await author.page.goto(appUrl);
    await post(author.page, text);
    const posted = crud(author.page, text);
    await button(posted, 'Like').waitFor();
    await posted.getByText(text).click();
    await author.page.getByRole('heading', { name: 'Crud', exact: true }).waitFor();
    const path = new URL(author.page.url()).pathname;
    await Promise.all([author, reader].map(({ page }) => watching(page, new URL(path, appUrl).href)));
    return { ours: crud(author.page, text).first(), theirs: crud(reader.page, text).first(), path };
  }

  it('like and repost: at once for oneself, live for the other, and back again', async () => {
    const { ours, theirs } = await bothAt(`Countable ${Date.now()}`);
    await button(theirs, 'Like').click();
    await button(ours, 'Like, 1 like').waitFor();
    expect(await button(theirs, 'Like').getAttribute('aria-pressed')).toBe('true');
    await button(theirs, 'Repost or quote').click();
    await reader.page.getByRole('menuitem', { name: 'Repost' }).click();
    await button(theirs, 'Reposted by you, 1 repost').waitFor();
    await reader.page.keyboard.press('Escape');
    await theirs.focus();
    await reader.page.keyboard.press('l');
    await button(theirs, 'Like, 0 likes').waitFor();
    await reader.page.reload();
    await button(theirs, 'Reposted by you, 1 repost').waitFor();
    expect(await button(theirs, 'Like, 0 likes').getAttribute('aria-pressed')).toBe('false');

    // What the server refuses is taken back, with a word.
    const liking = await held(reader.page, 'likeActivity', ({ query }) => ({
      query,
      variables: { id: 'not an id' },
    }));
    await button(theirs, 'Like').click();
    await button(theirs, 'Like, 1 like').waitFor();
    liking.release();
    await reader.page.getByText('This address is not complete.').first().waitFor();
    await button(theirs, 'Like, 0 likes').waitFor();
    expect(await button(theirs, 'Like').getAttribute('aria-pressed')).toBe('false');
    await reader.page.unrouteAll();
  });

  it('show more of a branch than came along', async () => {
    const { theirs, path } = await bothAt(`Branching ${Date.now()}`);
    const ask = await asker(reader.page);
    const reply = async (message: string, parentId: string): Promise<string> => {
      const answer = await ask(
        `mutation ($clientId: ID!, $message: String!, $parentId: ID) {
          createActivity(clientId: $clientId, message: $message, parentId: $parentId) { id } }`,
        { clientId: crypto.randomUUID(), message, parentId },
      );
      return answer.id;
    };
    const branch = await reply('A branch', path.split('/').at(-1)!);
    for (let number = 1; number <= 5; number += 1) await reply(`Leaf ${number}`, branch);
    await author.page.reload();
    await theirs.waitFor();
    await crud(author.page, 'Leaf 3').waitFor();
    expect(await crud(author.page, 'Leaf 4').count()).toBe(0);
    await author.page.getByRole('button', { name: 'Show more replies' }).click();
    await crud(author.page, 'Leaf 5').waitFor();
    expect(await author.page.getByRole('button', { name: 'Show more replies' }).count()).toBe(0);
  });

  it('reply and answer a reply, with the keyboard; the other sees that something came', async () => {
    const { ours, theirs } = await bothAt(`Answerable ${Date.now()}`);
    const box = reader.page.getByRole('textbox', { name: 'Write your reply' });
    await box.fill('A draft that survives');
    await reader.page.reload();
    await theirs.waitFor();
    await expect.poll(() => box.inputValue()).toBe('A draft that survives');
    await box.fill('First answer <b>not bold</b>');
    await box.press('Control+Enter');
    const first = crud(reader.page, 'First answer').first();
    await button(first, 'Like').waitFor();
    expect(await reader.page.locator('article b').count()).toBe(0);
    await author.page.getByRole('button', { name: '1 new reply' }).click();
    const seen = crud(author.page, 'First answer').first();
    await seen.focus();
    await author.page.keyboard.press('r');
    await dialog(author.page).getByRole('textbox', { name: 'Write your reply' }).fill('Second answer');
    await author.page.keyboard.press('Control+Enter');
    await button(crud(author.page, 'Second answer').first(), 'Like').waitFor();
    const nested = author.page.getByRole('list', { name: `Replies to ${ben.displayName}` });
    expect(await nested.getByRole('article').count()).toBe(1);
    await button(ours, 'Reply, 1 reply').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
        await author.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await author.page.setViewportSize({ width, height: 844 });
        const { violations } = await new AxeBuilder({ page: author.page }).include('main').analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await author.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
    }
    await author.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await author.page.setViewportSize({ width: 1280, height: 720 });
  });

  it('quote, and see that what was quoted has gone', async () => {
    const text = `Quotable ${Date.now()}`;
    const { ours, theirs, path } = await bothAt(text);
    await button(theirs, 'Repost or quote').click();
    await reader.page.getByRole('menuitem', { name: 'Quote' }).click();
    const words = `In my words ${Date.now()}`;
    await dialog(reader.page).getByRole('textbox').fill(words);
    await dialog(reader.page).getByRole('button', { name: 'Quote', exact: true }).click();
    await button(theirs, 'Repost or quote, 0 reposts and 1 quote').waitFor();
    await reader.page.goto(new URL(`${path}/quotes`, appUrl).href);
    const quoting = crud(reader.page, words).first();
    await quoting.getByRole('blockquote').getByText(text).waitFor();
    await button(ours, 'More about').click();
    await author.page.getByRole('menuitem', { name: 'Delete' }).click();
    await dialog(author.page).getByRole('button', { name: 'Delete' }).click();
    await author.page.getByText('This crud is gone').waitFor();
    await reader.page.reload();
    await quoting.waitFor({ state: 'detached' });
    await reader.page.goto(new URL(path, appUrl).href);
    await reader.page.getByRole('heading', { name: 'There is no such crud' }).waitFor();
  });

  it('edit within five minutes, and the other sees it change', async () => {
    const text = `Editible ${Date.now()}`;
    const { ours } = await bothAt(text);
    await button(ours, 'More about').click();
    await author.page.getByRole('menuitem', { name: /^Edit/ }).click();
    const better = `Editable ${Date.now()}`;
    await dialog(author.page).getByRole('textbox', { name: 'Text' }).fill(better);
    await dialog(author.page).getByRole('button', { name: 'Save' }).click();
    for (const { page } of [author, reader])
      await crud(page, better).first().getByText('edited').first().waitFor();
  });

  it('keep for later', async () => {
    const { theirs } = await bothAt(`Keepable ${Date.now()}`);
    await button(theirs, 'Bookmark').click();
    await reader.page.getByText('Kept in your bookmarks.').first().waitFor();
    await reader.page.reload();
    await theirs.waitFor();
    await expect.poll(() => button(theirs, 'Bookmark').getAttribute('aria-pressed')).toBe('true');
  });

  it('ask a guest to join, who comes back afterwards', async () => {
    const guest = await visit(browser, new URL('/@grace', appUrl).href);
    const card = crud(guest.page, 'This piece of wire is a nanosecond.').first();
    await button(card, 'Like').click();
    const join = dialog(guest.page).getByRole('link', { name: 'Create an account' });
    await join.waitFor();
    await guest.page.keyboard.press('Escape');
    await dialog(guest.page).waitFor({ state: 'detached' });
    await card.getByText('This piece of wire').click();
    await guest.page.getByRole('heading', { name: 'Crud', exact: true }).waitFor();
    await guest.page.getByRole('main').getByRole('link', { name: 'Join' }).waitFor();
    expect(guest.problems).toEqual([]);
    await guest.context.close();
  });
});
