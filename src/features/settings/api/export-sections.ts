import { IMAGE_SHAPES, imageUrl, type ImageKind } from '../../../../shared/images.ts';

/** What the server says of one thing. */
export type Item = Record<string, unknown>;

/** Puts each item into the list of its section; the sections' names come from the server. */
export function addToSections(sections: Record<string, Item[]>, items: readonly string[]): void {
  for (const item of items) {
    const { section, ...rest } = JSON.parse(item) as { section: string } & Item;
    (sections[section] ??= []).push(rest);
  }
}

function linkTo(
  kind: ImageKind,
  ownerId: unknown,
  version: unknown,
  from: string | undefined,
): string | null {
  if (!from || typeof ownerId !== 'string' || typeof version !== 'string') return null;
  const { widths, formats } = IMAGE_SHAPES[kind];
  return imageUrl(from, { kind, ownerId, version, width: widths.at(-1)!, format: formats.at(-1)! });
}

/** A profile with its pictures as links to the largest files, in place of their versions. */
export function withPictureLinks(profile: Item, from: string | undefined): Item {
  const { id, avatar, cover } = profile;
  return {
    ...profile,
    avatar: linkTo('AVATAR', id, avatar, from),
    cover: linkTo('COVER', id, cover, from),
  };
}
