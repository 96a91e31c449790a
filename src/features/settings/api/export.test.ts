import { expect, test } from 'vitest';
import { addToSections } from './export.ts';

test('each item goes into the list of its section, in the order in which it came', () => {
  const sections: Record<string, unknown[]> = {};
  addToSections(sections, ['{"section":"likes","id":"1"}', '{"section":"profile","handle":"ada"}']);
  addToSections(sections, ['{"section":"likes","id":"2"}']);
  expect(sections).toEqual({ likes: [{ id: '1' }, { id: '2' }], profile: [{ handle: 'ada' }] });
});
