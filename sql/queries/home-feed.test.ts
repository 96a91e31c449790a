import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGE_SIZE_MAX } from '../../shared/limits.ts';

it('the home feed’s own limit leaves room for the largest page and the row that tells of a next one', () => {
  const sql = readFileSync(join(import.meta.dirname, 'home_feed.sql'), 'utf8');
  expect(/limit (\d+)/.exec(sql)?.[1]).toBe(String(PAGE_SIZE_MAX + 1));
});
