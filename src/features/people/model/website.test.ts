import { expect, test } from 'vitest';
import { completeWebsite, websiteLink } from './website.ts';

test.each([
  ['https://example.com', 'https://example.com/', 'example.com'],
  ['http://www.example.com/ada/', 'http://www.example.com/ada/', 'example.com/ada'],
  [
    `https://example.com/${'a'.repeat(40)}`,
    `https://example.com/${'a'.repeat(40)}`,
    `example.com/${'a'.repeat(23)}…`,
  ],
])('%s is a link', (website, href, label) => expect(websiteLink(website)).toEqual({ href, label }));

test.each([
  '',
  'example.com',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  'https://good.example@evil.example',
])('%j is none', (website) => expect(websiteLink(website)).toBeUndefined());

test.each([
  [' example.com/ada ', 'https://example.com/ada'],
  ['http://example.com', 'http://example.com'],
  ['HTTPS://Example.com', 'HTTPS://Example.com'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['  ', ''],
])('%j is completed', (typed, website) => expect(completeWebsite(typed)).toBe(website));
