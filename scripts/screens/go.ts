import type { Page } from 'playwright-core';
import sharp from 'sharp';

// The ways to what is photographed: each waits until it is there. As a reader would go, by names and not by markup.
type Way = (page: Page) => Promise<void>;

export const article: Way = (page) => page.getByRole('article').first().waitFor();
export const heading =
  (name: string | RegExp): Way =>
  (page) =>
    page.getByRole('heading', { name }).first().waitFor();
export const label =
  (name: string): Way =>
  (page) =>
    page.getByLabel(name).first().waitFor();
export const link =
  (name: string | RegExp): Way =>
  (page) =>
    page.getByRole('link', { name }).first().waitFor();
export const mainLink =
  (name: string | RegExp): Way =>
  (page) =>
    page.getByRole('main').getByRole('link', { name }).first().waitFor();

const cardOf = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).first();
const dialog = (page: Page) => page.getByRole('dialog').last();

/** A card of the feed, which is scrolled until it is there: whoever writes meanwhile pushes it down. */
async function reach(page: Page, text: string) {
  const card = cardOf(page, text);
  await article(page);
  for (let turn = 0; turn < 300 && !(await card.isVisible()); turn += 1) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await card.waitFor();
  return card;
}

/** A thread with replies. */
export const thread: Way = async (page) => {
  const card = await reach(page, 'Found a moth');
  await card.getByText('Found a moth').first().click();
  await page.getByRole('heading', { level: 1, name: 'Crud' }).waitFor();
  await page.getByRole('article').nth(1).waitFor();
};

/** What a visitor is told who likes something. */
export const join: Way = async (page) => {
  const card = await reach(page, 'The engine weaves');
  await card.getByRole('button', { name: /^Like/ }).click();
  await dialog(page).waitFor();
};

export const phoneSheet: Way = async (page) => {
  await page.getByRole('button', { name: /^(Menu|You)$/ }).click();
  await dialog(page).waitFor();
};

export const accountMenu: Way = async (page) => {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menu').waitFor();
};

export const shortcuts: Way = async (page) => {
  await article(page);
  await page.keyboard.press('?');
  await dialog(page).waitFor();
};

export const suggestions: Way = async (page) => {
  await page.getByRole('combobox').first().fill('gra');
  await page.getByRole('option').first().waitFor();
};

export const conversations: Way = (page) =>
  page.getByRole('list', { name: 'Conversations' }).getByRole('link').first().waitFor();

export const conversation: Way = async (page) => {
  await page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('link', { name: 'Grace Hopper' })
    .first()
    .click();
  await page.getByLabel('Your message').waitFor();
  await page.locator('li[data-seq]').last().waitFor();
};

export const conversationDetails: Way = async (page) => {
  await page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('link', { name: 'Tea and theorems' })
    .first()
    .click();
  await page.getByRole('button', { name: 'About this conversation' }).click();
  await dialog(page).waitFor();
};

export const likers: Way = async (page) => {
  await thread(page);
  await page.getByRole('link', { name: /\d+ likes?$/ }).click();
  await page.waitForURL('**/likes');
  await mainLink(/@/)(page);
};

export const quotes: Way = async (page) => {
  const card = await reach(page, 'I left a list');
  await card.getByText('We can only see').click();
  await page.getByRole('link', { name: /\d+ quotes?$/ }).click();
  await page.waitForURL('**/quotes');
  await cardOf(page, 'I left a list').waitFor();
};

export const compose: Way = async (page) => {
  await page.getByRole('button', { name: 'New crud' }).filter({ visible: true }).click();
  await dialog(page).getByRole('textbox').waitFor();
};

export const lifetimes: Way = async (page) => {
  await compose(page);
  await dialog(page)
    .getByRole('button', { name: /^Fades in/ })
    .click();
  await page.getByRole('menu').waitFor();
};

export const reply: Way = async (page) => {
  const card = await reach(page, 'Found a moth');
  await card.getByRole('button', { name: /^Reply/ }).click();
  await dialog(page).getByRole('textbox').waitFor();
};

export const quote: Way = async (page) => {
  const card = await reach(page, 'Found a moth');
  await card.getByRole('button', { name: /^(Repost|Reposted)/ }).click();
  await page.getByRole('menuitem', { name: 'Quote' }).click();
  await dialog(page).getByRole('textbox').waitFor();
};

/** The menu of a crud, and what it leads to. */
export const crudMenu =
  (item: string, how: 'choose' | 'leave'): Way =>
  async (page) => {
    const text = item === 'Delete' ? 'The engine weaves' : 'Found a moth';
    const card = await reach(page, text);
    await card.getByRole('button', { name: /^More about/ }).click();
    const choice = page.getByRole('menuitem', { name: item });
    await choice.waitFor();
    if (how === 'leave') return;
    await choice.click();
    await dialog(page).waitFor();
  };

export const picture: Way = async (page) => {
  await page.getByRole('button', { name: /(Add a|Change) picture/ }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
};

/** A picture to cut, made here: hills under a sun. */
export const cropper: Way = async (page) => {
  await picture(page);
  const [width, height] = [900, 640];
  const colourAt = (x: number, y: number): number[] => {
    if (Math.hypot(x - 620, y - 200) < 90) return [243, 201, 139];
    const hills = 460 - 90 * Math.sin(x / 140) - 40 * Math.cos(x / 60);
    return y > hills ? [127, 163, 134] : [39, 75, 95];
  };
  const pixels = Array.from({ length: width * height }, (_, at) => colourAt(at % width, at / width)).flat();
  const raw = { width, height, channels: 3 } as const;
  const buffer = await sharp(Uint8Array.from(pixels), { raw }).png().toBuffer();
  await page.getByLabel('Picture file').setInputFiles({ name: 'hills.png', mimeType: 'image/png', buffer });
  await page.getByRole('application').waitFor();
};

/** Reports; when there is none, the moderator makes one. */
export const reports: Way = async (page) => {
  const report = page.getByRole('article');
  await report
    .or(page.getByRole('heading', { name: 'Nothing to do' }))
    .first()
    .waitFor();
  if ((await report.count()) > 0) return;
  const address = page.url();
  await page.goto(new URL('/', address).href);
  await crudMenu('Report', 'choose')(page);
  await dialog(page).getByRole('radio').first().check();
  await dialog(page).getByLabel('Anything to add?').fill('The third one today.');
  await dialog(page).getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await page.goto(address);
  await report.first().waitFor();
};

export const moderationAct: Way = async (page) => {
  await reports(page);
  await page
    .getByRole('button', { name: /^Suspend/ })
    .first()
    .click();
  await dialog(page).waitFor();
};
