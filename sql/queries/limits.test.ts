import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGE_SIZE_MAX } from '../../shared/limits.ts';

const sqlOf = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');
const LISTS = readdirSync(import.meta.dirname).filter(
  (file) =>
    file.endsWith('.sql') && /limit cast\(:row_limit/.test(sqlOf(file)) && / walk\n/.test(sqlOf(file)),
);

it.each(LISTS)(
  '%s: the inner limit leaves room for the largest page and the row that tells of a next one',
  (file) => {
    const limits = [...sqlOf(file).matchAll(/^ +limit (\d+)\n +\) walk$/gm)].map(([, limit]) => limit);
    expect(limits.length).toBeGreaterThan(0);
    for (const limit of limits) expect(Number(limit)).toBeGreaterThan(PAGE_SIZE_MAX);
  },
);

it('are found', () => {
  expect(LISTS).toEqual(
    expect.arrayContaining(['home_feed.sql', 'trending_feed.sql', 'profile_likes.sql', 'followers.sql']),
  );
});
