import { expect, test } from 'vitest';
import { addToSections, withPictureLinks } from './export-sections.ts';

test('each item goes into the list of its section, in the order in which it came', () => {
  const sections: Record<string, Record<string, unknown>[]> = {};
  addToSections(sections, ['{"section":"likes","id":"1"}', '{"section":"profile","handle":"ada"}']);
  addToSections(sections, ['{"section":"likes","id":"2"}']);
  expect(sections).toEqual({ likes: [{ id: '1' }, { id: '2' }], profile: [{ handle: 'ada' }] });
});

test('pictures are links to the largest files, and nothing where there are none', () => {
  const profile = { id: 'u1', handle: 'ada', avatar: 'v1', cover: null };
  expect(withPictureLinks(profile, 'https://pictures.example')).toEqual({
    ...profile,
    avatar: 'https://pictures.example/avatars/u1/v1-512.jpg',
    cover: null,
  });
  expect(withPictureLinks(profile, undefined)).toMatchObject({ avatar: null, cover: null });
});
