import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/e2e/browser.ts';
import { avatarOf, colourIn, dropFile, pasteFile, pictureOf, seeAvatar } from '../support/e2e/pictures.ts';
import { crud, join, newcomer, post, visit, type Newcomer } from '../support/e2e/visitor.ts';
import { CORNERS, oriented, scene } from '../support/images/pictures.ts';

const appUrl = inject('appUrl');
const cloudUrl = inject('cloudUrl');

describe.skipIf(!appUrl)('a picture of oneself', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** Somebody new, on the page with their pictures. */
  async function withPictures(name: string): Promise<{ person: Newcomer; page: Page; problems: string[] }> {
    const { page, problems } = await visit(browser, appUrl);
    const person = newcomer(name);
    await join(page, cloudUrl, person);
    await toPictures(page);
    return { person, page, problems };
  }

  async function toPictures(page: Page): Promise<void> {
    await page.goto(new URL('/settings/profile', appUrl).href);
    await page.getByRole('button', { name: /(Add a|Change) picture/ }).waitFor();
  }

  async function open(page: Page, name: 'picture' | 'cover'): Promise<void> {
    await page.getByRole('button', { name: new RegExp(`(Add a|Change) ${name}`) }).click();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  }

  async function use(page: Page, name: 'picture' | 'cover'): Promise<void> {
    await page.getByRole('button', { name: 'Use this' }).click();
    await page.getByText(`Everybody sees your new ${name} now.`).waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
  }

  async function expectAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }

  it('is dropped in one browser and appears in another, and goes when it is removed', async () => {
    const { person, page, problems } = await withPictures('vera');
    await page.goto(appUrl);
    const text = `Do I have a face? ${Date.now()}`;
    await post(page, text);
    await crud(page, text).getByText('now').first().waitFor();
    const reader = await visit(browser, appUrl);
    await join(reader.page, cloudUrl, newcomer('rosa'));
    const card = crud(reader.page, text);
    await card.waitFor();
    expect(await pictureOf(card).count()).toBe(0);

    await toPictures(page);
    await expectAccessible(page);
    await open(page, 'picture');
    await expectAccessible(page);
    await dropFile(page, await scene(600, 600).png().toBuffer(), 'image/png');
    await page.getByRole('application').waitFor();
    await expectAccessible(page);
    await use(page, 'picture');
    const own = await seeAvatar(page.locator('main'));

    // Without a reload, and from the same files.
    expect(own).toMatch(/-128\.avif$/);
    const small = own.replace('-128.avif', '-64.avif');
    expect(await seeAvatar(card)).toBe(small);
    expect(await colourIn(own, 0.75, 0.25)).toBeCloseToColour(CORNERS[1]);
    // In the corner of the page, too.
    expect(await seeAvatar(page.getByRole('button', { name: `Account of ${person.displayName}` }))).toBe(
      small,
    );

    await page.getByRole('button', { name: 'Remove picture' }).click();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await pictureOf(card).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add a picture' }).waitFor();
    expect(await avatarOf(card).textContent()).not.toBe('');
    expect(problems).toEqual([]);
    await Promise.all([page.context().close(), reader.context.close()]);
  });

  it('is pasted, and its part chosen with the keyboard alone; what keys do is said', async () => {
    const { page } = await withPictures('kira');
    await page.getByRole('button', { name: 'Add a cover' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    await pasteFile(page, await scene(1800, 1800).jpeg().toBuffer(), 'image/jpeg');
    await page.getByRole('application').waitFor();
    const said = page.getByRole('dialog').getByRole('status');
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => said.textContent()).toMatch(/^Zoom 100 %, \d+ % from the top$/);
    for (let press = 0; press < 20; press += 1) await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => said.textContent()).toBe('Zoom 100 %, at the bottom edge');
    for (let press = 0; press < 9; press += 1) await page.keyboard.press('+');
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('Shift+ArrowLeft');
    await expect
      .poll(() => said.textContent())
      .toMatch(/^Zoom 23\d %, at the right edge, \d+ % from the top$/);
    // Past the zoom and the button beside it to «Use this».
    await page.getByRole('button', { name: 'Use this' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Everybody sees your new cover now.').waitFor();
    const seen = await pictureOf(page.locator('main'))
      .last()
      .evaluate((image: HTMLImageElement) => image.currentSrc);
    expect(await colourIn(seen, 0.5, 0.5)).toBeCloseToColour(CORNERS[2]);
    await page.context().close();
  });

  it('comes out upright from all eight orientations, in the preview as on the server', async () => {
    const { page } = await withPictures('otto');
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await open(page, 'picture');
      await page
        .getByLabel('Picture file')
        .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await oriented(orientation) });
      await page.getByRole('application').waitFor();
      const preview = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const at = (x: number, y: number) => [
          ...canvas
            .getContext('2d')!
            .getImageData(canvas.width * x, canvas.height * y, 1, 1)
            .data.slice(0, 3),
        ];
        return {
          size: [canvas.width, canvas.height],
          corners: [at(0.1, 0.1), at(0.9, 0.1), at(0.9, 0.9), at(0.1, 0.9)],
        };
      });
      expect(preview.size, `orientation ${orientation}`).toEqual([400, 300]);
      for (const [index, corner] of preview.corners.entries())
        expect(corner).toBeCloseToColour(CORNERS[index]!);
      if (orientation === 6) {
        // Closer, to the lower left: yellow.
        for (let press = 0; press < 9; press += 1) await page.keyboard.press('+');
        for (let press = 0; press < 20; press += 1) await page.keyboard.press('Shift+ArrowRight');
        for (let press = 0; press < 20; press += 1) await page.keyboard.press('Shift+ArrowUp');
        await use(page, 'picture');
        expect(await colourIn(await seeAvatar(page.locator('main')), 0.5, 0.5)).toBeCloseToColour(CORNERS[3]);
      } else await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    }
    await page.context().close();
  });

  it('is refused with the reason before anything is sent, and an interrupted upload can be tried again', async () => {
    const { page } = await withPictures('nora');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/s3/')) sent.push(request.url());
    });
    await open(page, 'picture');
    const small = await sharp({ create: { width: 30, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const jpeg = await scene(400, 400).jpeg().toBuffer();
    for (const [buffer, reason] of [
      [Buffer.from('<html><script>alert(1)</script>'), /is not a picture/],
      [Buffer.alloc(0), /is empty/],
      [
        Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(500)]),
        /HEIC/,
      ],
      [jpeg.subarray(0, jpeg.length / 2), /damaged or incomplete/],
      [small, /too small/],
      [Buffer.concat([jpeg, Buffer.alloc(11_000_000)]), /larger than 10 MB/],
    ] as const) {
      await page.getByLabel('Picture file').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
      await page.getByRole('alert').filter({ hasText: reason }).waitFor();
    }
    expect(sent).toEqual([]);

    await page.route(/\/s3\//, (route) => route.abort());
    await page
      .getByLabel('Picture file')
      .setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await page.getByRole('button', { name: 'Use this' }).click();
    await page.getByRole('alert').filter({ hasText: 'connection' }).waitFor();
    await page.unroute(/\/s3\//);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Everybody sees your new picture now.').waitFor();
    await page.context().close();
  });

  it('is shown in the format and size that the screen needs, and initials when it cannot be loaded', async () => {
    const { page } = await visit(browser, new URL('/@ada', appUrl).href, { deviceScaleFactor: 2 });
    const ada = page.getByRole('article').filter({ hasText: 'The engine weaves' });
    // The demo people's pictures are being made while the page may be there already.
    await expect
      .poll(
        async () => {
          if ((await pictureOf(ada).count()) > 0) return true;
          await page.reload();
          await ada.waitFor();
          return false;
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    expect(await seeAvatar(ada)).toMatch(/-128\.avif$/);
    const image = pictureOf(ada);
    expect(
      await image.evaluate(({ width, height, loading, decoding }: HTMLImageElement) => [
        width,
        height,
        loading,
        decoding,
      ]),
    ).toEqual([44, 44, 'lazy', 'async']);
    await page.route(/\/avatars\//, (route) => route.abort());
    await page.reload();
    await ada.waitFor();
    await image.waitFor({ state: 'detached' });
    expect(await avatarOf(ada).innerText()).toBe('AL');
    await page.context().close();
  });
});
