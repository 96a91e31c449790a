import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';
import {
  crud,
  join,
  newcomer,
  post,
  signIn,
  visit,
  type Newcomer,
  type Visit,
} from '../support/e2e/visitor.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');
const at = (path: string): string => new URL(path, appUrl).href;

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

const follows = (page: Page, name: string) =>
  page.getByRole('button', { name: `Follow ${name}`, exact: true });
const following = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^Following ${name}`) });

async function chooseInMenu(page: Page, handle: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More about @${handle}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe.skipIf(!appUrl)('people', () => {
  let browser: Browser;
  let uma: Visit & { person: Newcomer };
  let vic: Visit & { person: Newcomer };

  async function newPerson(name: string): Promise<Visit & { person: Newcomer }> {
    const person = newcomer(name);
    const visited = await visit(browser, appUrl);
    await join(visited.page, cloudUrl, person);
    return { ...visited, person };
  }

  beforeAll(async () => {
    browser = await launchBrowser();
    [uma, vic] = await Promise.all([newPerson('uma'), newPerson('vic')]);
  });
  afterAll(() => browser?.close());

  it('follow from a page; it shows in the counts and lists of both, and is taken back', async () => {
    const { page } = uma;
    const { handle, displayName } = vic.person;
    await page.goto(at(`/@${handle}`));
    await page.getByRole('heading', { level: 1, name: displayName }).waitFor();
    await follows(page, displayName).press('Enter');
    await following(page, displayName).waitFor();
    await page.getByRole('link', { name: '1 Follower' }).click();
    await page
      .getByRole('list', { name: `Followers of @${handle}` })
      .getByText(`@${uma.person.handle}`)
      .waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByText(`@${uma.person.handle}`).first().waitFor();

    await vic.page.goto(at(`/@${uma.person.handle}`));
    await vic.page.getByText('Follows you').waitFor();
    await vic.page
      .getByRole('button', { name: `Follow back ${uma.person.displayName}`, exact: true })
      .waitFor();

    // What is written now waits behind the pill of the following feed.
    await page.goto(at('/following'));
    await page.getByText('Follow somebody').waitFor();
    const text = `For those who follow ${Date.now()}`;
    await vic.page.goto(appUrl);
    await post(vic.page, text);
    await page.getByRole('button', { name: '1 new crud' }).click();
    await crud(page, text).waitFor();
    expect(await page.title()).toBe('Following · Cruddur');

    await page.goto(at(`/@${uma.person.handle}/following`));
    await following(page, displayName).click();
    await follows(page, displayName).waitFor();
    await page.goto(at(`/@${handle}`));
    await page.getByRole('link', { name: '0 Followers' }).waitFor();
  });

  it('have a page for visitors, with tabs, on a phone too', async () => {
    const { context, page, problems } = await visit(browser, at('/@ada'), {
      viewport: { width: 390, height: 844 },
    });
    await page.getByRole('heading', { level: 1, name: 'Ada Lovelace' }).waitFor();
    await crud(page, 'The engine weaves').waitFor();
    expect(await page.title()).toBe('Ada Lovelace (@ada) · Cruddur');
    await expectAccessible(page);
    for (const tab of ['Replies', 'Likes', 'Media']) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.waitForURL(`**/@ada/${tab.toLowerCase()}`);
    }
    await crud(page, 'Imagination is the discovering faculty').waitFor();
    await page.getByRole('link', { name: /^Follow / }).click();
    await page.waitForURL('**/sign-up');
    await page.goto(at('/@nobody_at_all'));
    await page.getByRole('heading', { name: '@nobody_at_all is not here' }).waitFor();
    await expectAccessible(page);
    await page.goto(at('/not-a-handle'));
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await page.goto(at('/@ada/no-such-tab'));
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  it('edit their profile and handle, and the whole page knows', async () => {
    const { page } = vic;
    const text = `Signed by Victor ${Date.now()}`;
    await page.goto(appUrl);
    await post(page, text);
    await crud(page, text).waitFor();
    await page.goto(at(`/@${vic.person.handle}`));
    await page.getByRole('link', { name: 'Edit profile' }).click();
    const bio = page.getByLabel('Bio');
    await bio.fill('x'.repeat(161));
    await page.getByText('1 too many').waitFor();
    await bio.fill('Reads @ada. https://example.com');
    await page.getByLabel('Display name').fill('Victor 🌸');
    await page.getByLabel('Website').fill('example.com/vic');
    await expectAccessible(page);
    // What is not saved yet is there when one comes back.
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.goBack();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your profile is saved.').waitFor();

    const handle = page.getByLabel('Your handle');
    await handle.fill('admin');
    await page.getByText('This handle is reserved').waitFor();
    await handle.fill('аda');
    await page.getByText('is not one of the letters a–z').waitFor();
    await handle.fill('ada');
    await page.getByText('This handle is taken').waitFor();
    const { handle: fresh } = newcomer('victor');
    await handle.fill(fresh);
    await page.getByText(`@${fresh} is free.`).waitFor();
    await page.getByRole('button', { name: 'Change handle' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change handle' }).click();
    await page.getByText(`You are @${fresh} now.`).waitFor();
    vic.person = { ...vic.person, handle: fresh, displayName: 'Victor 🌸' };

    await page.getByRole('button', { name: 'Account of Victor 🌸' }).waitFor();
    await page.getByRole('link', { name: 'Home' }).first().click();
    await crud(page, text)
      .filter({ hasText: `@${fresh}` })
      .filter({ hasText: 'Victor 🌸' })
      .waitFor();
    await page.goto(at(`/@${fresh}`));
    await page.getByRole('heading', { level: 1, name: 'Victor 🌸' }).waitFor();
    await page.getByRole('link', { name: 'example.com/vic' }).waitFor();
    await page.getByRole('link', { name: '@ada', exact: true }).waitFor();
  });

  it('block: neither sees the other, nobody is told, and it is taken back in the settings', async () => {
    const { page } = uma;
    const text = `Before the block ${Date.now()}`;
    await vic.page.goto(appUrl);
    await post(vic.page, text);
    await crud(vic.page, text).waitFor();
    await page.goto(appUrl);
    await crud(page, text).waitFor();
    await page.goto(at(`/@${vic.person.handle}`));
    await crud(page, text).waitFor();
    await chooseInMenu(page, vic.person.handle, `Block @${vic.person.handle}`);
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await page.getByRole('heading', { name: `You blocked @${vic.person.handle}` }).waitFor();
    expect(await crud(page, text).count()).toBe(0);
    // Within the page, without a reload.
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.getByRole('feed', { name: 'Home feed' }).getByRole('article').first().waitFor();
    expect(await crud(page, text).count()).toBe(0);
    // Nor does what is told live.
    const [unheard, heard] = [`Unheard ${Date.now()}`, `Heard ${Date.now()}`];
    await vic.page.goto(appUrl);
    await post(vic.page, unheard);
    await crud(vic.page, unheard).waitFor();
    const wes = await newPerson('wes');
    await post(wes.page, heard);
    const pill = page.getByRole('button', { name: /^\d+\+? new crud/ });
    const reveal = async (): Promise<number> => {
      if (await pill.isVisible()) await pill.click();
      return crud(page, heard).count();
    };
    await expect.poll(reveal, { timeout: 20_000 }).toBe(1);
    expect(await crud(page, unheard).count()).toBe(0);
    await wes.context.close();
    await vic.page.goto(at(`/@${uma.person.handle}`));
    await vic.page.getByRole('heading', { name: `@${uma.person.handle} is not here` }).waitFor();

    await page.goto(at('/settings/blocked'));
    await page.getByRole('button', { name: `Unblock ${vic.person.displayName}` }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: `Unblock ${vic.person.displayName}` }).click();
    await page.getByRole('heading', { name: 'Nobody is blocked' }).waitFor();
    await page.goto(at(`/@${vic.person.handle}`));
    await crud(page, text).waitFor();
    await vic.page.reload();
    await vic.page.getByRole('heading', { level: 1, name: uma.person.displayName }).waitFor();
  });

  it('mute: cruds leave the feed and stay on the page', async () => {
    const { page } = uma;
    const { handle } = vic.person;
    await page.goto(at(`/@${handle}`));
    await page.getByRole('article').first().waitFor();
    await chooseInMenu(page, handle, `Mute @${handle}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Mute' }).click();
    await page.getByText(`You muted @${handle}`).waitFor();
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.getByRole('feed', { name: 'Home feed' }).getByRole('article').first().waitFor();
    expect(
      await page
        .getByRole('article')
        .filter({ hasText: `@${handle}` })
        .count(),
    ).toBe(0);
    await page.goto(at('/settings/muted'));
    await page.getByRole('button', { name: `Unmute ${vic.person.displayName}` }).click();
    await page.getByRole('heading', { name: 'Nobody is muted' }).waitFor();
    expect(uma.problems).toEqual([]);
  });

  async function reportNow(page: Page, reason: string, note: string): Promise<void> {
    await page.getByLabel(reason).check();
    await page.getByLabel('Anything to add?').fill(note);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
  }

  async function actNow(page: Page, word: string, reason: string): Promise<void> {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: word }).click();
    await dialog.getByText('Please give a reason.').waitFor();
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: word }).click();
  }

  async function moderator(): Promise<Visit> {
    const visited = await visit(browser, appUrl);
    await signIn(visited.page, 'annie@example.com');
    await visited.page.getByRole('link', { name: 'Moderation' }).first().click();
    return visited;
  }

  it('report a crud; a moderator hides it, and its author alone goes on seeing it, with the reason', async () => {
    const { page } = uma;
    const { handle } = vic.person;
    const text = `Buy my watches ${Date.now()}`;
    await vic.page.goto(appUrl);
    await post(vic.page, text);
    await crud(vic.page, text).waitFor();
    await page.goto(at(`/@${handle}`));
    await crud(page, text).getByRole('button', { name: 'More about this crud' }).click();
    await page.getByRole('menuitem', { name: 'Report' }).click();
    await reportNow(page, 'Spam', 'Watches, again and again');

    const annie = await moderator();
    const report = annie.page.getByRole('article').filter({ hasText: 'Watches, again and again' });
    await report.getByText(text).waitFor();
    await expectAccessible(annie.page);
    await report.getByRole('button', { name: 'Hide crud' }).click();
    await actNow(annie.page, 'Hide', 'Sells watches');
    await report.waitFor({ state: 'detached' });

    await page.reload();
    await page.getByRole('article').first().waitFor();
    expect(await crud(page, text).count()).toBe(0);
    await vic.page.goto(at(`/@${handle}`));
    await crud(vic.page, text).filter({ hasText: 'Sells watches' }).waitFor();

    await annie.page.getByRole('link', { name: 'Log' }).click();
    const act = annie.page.getByRole('article').filter({ hasText: 'Sells watches' });
    await act.waitFor();
    await expectAccessible(annie.page);
    await act.getByRole('button', { name: 'Show crud again' }).click();
    await actNow(annie.page, 'Show again', 'A second look');
    await annie.page.getByRole('article').filter({ hasText: 'A second look' }).waitFor();
    expect(await act.getByRole('button').count()).toBe(0);
    await page.reload();
    await crud(page, text).waitFor();
    expect(annie.problems).toEqual([]);
    await annie.context.close();
  });

  it('report a person; who is suspended sees why, and others do not find them', async () => {
    const { page } = uma;
    const { handle } = vic.person;
    await page.goto(at(`/@${handle}`));
    await chooseInMenu(page, handle, `Report @${handle}`);
    await reportNow(page, 'Impersonation', 'This is not Victor');
    const annie = await moderator();
    const report = annie.page.getByRole('article').filter({ hasText: 'This is not Victor' });
    await report.getByRole('button', { name: `Suspend @${handle}` }).click();
    await actNow(annie.page, 'Suspend', 'Pretends to be Victor');
    await report.waitFor({ state: 'detached' });

    await page.reload();
    await page.getByRole('heading', { name: `@${handle} is not here` }).waitFor();
    await vic.page.goto(appUrl);
    await vic.page.getByRole('heading', { name: 'Your account is suspended' }).waitFor();
    await vic.page.getByText('Pretends to be Victor').waitFor();
    await vic.page.goto(at(`/@${handle}`));
    await vic.page.getByRole('article').first().waitFor();
    await expectAccessible(vic.page);

    await annie.page.getByRole('link', { name: 'Log' }).click();
    const act = annie.page.getByRole('article').filter({ hasText: 'Pretends to be Victor' });
    await act.getByRole('button', { name: 'Lift suspension' }).click();
    await actNow(annie.page, 'Lift suspension', 'It is Victor');
    await annie.page.getByRole('article').filter({ hasText: 'It is Victor' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: vic.person.displayName }).waitFor();
    await annie.context.close();
  });

  it('who is no moderator is told that moderation is not for them', async () => {
    await uma.page.goto(at('/moderation'));
    await uma.page.getByRole('heading', { name: 'For moderators' }).waitFor();
  });
});
