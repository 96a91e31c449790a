import { expect, test } from 'vitest';
import { pageOf } from './page-of.ts';

test.each([
  ['/', '/'],
  ['/@ada', '/@:handle'],
  ['/@ada/likes', '/@:handle/likes'],
  ['/cruds/5f0c1a52-1b7e-4c7e-9c7e-0a4de1f0a111', '/cruds/:id'],
  ['/tags/fading', '/tags/:tag'],
  ['/settings/security', '/settings/security'],
])('%s is a page of the kind %s', (path, page) => expect(pageOf(path)).toBe(page));
