import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';

declare module 'vitest' {
  interface Matchers {
    /** That no channel is far off. */
    toBeCloseToColour(colour: readonly number[]): void;
  }
}

expect.extend({
  toBeCloseToColour(found: readonly number[], colour: readonly number[]) {
    const off = Math.max(...colour.map((value, index) => Math.abs(value - found[index]!)));
    return { pass: off < 30, message: () => `${found.join()} is not close to ${colour.join()}` };
  },
});

/** The first avatar in a part of the page. */
export function avatarOf(part: Locator): Locator {
  return part.locator('[data-person]').first();
}

/** The pictures in a part of the page. */
export function pictureOf(part: Locator): Locator {
  return part.locator('picture img');
}

/** Waits until the first avatar's picture has been loaded, and answers which file it is. */
export async function seeAvatar(part: Locator): Promise<string> {
  const image = avatarOf(part).locator('img');
  await image.waitFor();
  return image.evaluate(async (element: HTMLImageElement) => {
    await element.decode();
    return element.currentSrc;
  });
}

/** The colour of a picture at a place (fractions of its width and height). */
export async function colourIn(url: string, x: number, y: number): Promise<number[]> {
  const file = Buffer.from(await (await fetch(url)).arrayBuffer());
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

/** Drops a file onto the dialog that is open. */
export function dropFile(page: Page, bytes: Buffer, type: string): Promise<void> {
  return give(page, bytes, type, 'drop');
}

/** Pastes a file. */
export function pasteFile(page: Page, bytes: Buffer, type: string): Promise<void> {
  return give(page, bytes, type, 'paste');
}

function give(page: Page, bytes: Buffer, type: string, how: 'drop' | 'paste'): Promise<void> {
  return page.evaluate(
    (given) => {
      const data = new DataTransfer();
      // Not by fetching a data: address, which the page's Content-Security-Policy forbids.
      const content = Uint8Array.from(atob(given.base64), (character) => character.charCodeAt(0));
      data.items.add(new File([content], 'picture', { type: given.type }));
      const options = { bubbles: true, cancelable: true };
      const target = document.activeElement ?? document.body;
      if (given.how === 'paste') {
        target.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
        return;
      }
      target.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer: data }));
      target.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: data }));
    },
    { base64: bytes.toString('base64'), type, how },
  );
}
