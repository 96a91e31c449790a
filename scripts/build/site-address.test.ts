import { expect, test } from 'vitest';
import { siteAddress } from './site-address.ts';

test('a build knows its address when it is told, or when Amplify Hosting builds a branch', () => {
  expect(siteAddress({ SITE_URL: 'https://cruddur.example/', AWS_BRANCH: 'main', AWS_APP_ID: 'd1' })).toBe(
    'https://cruddur.example',
  );
  expect(siteAddress({ AWS_BRANCH: 'feature/Rings', AWS_APP_ID: 'd1' })).toBe(
    'https://feature-rings.d1.amplifyapp.com',
  );
  expect(siteAddress({ AWS_BRANCH: 'main' })).toBeUndefined();
});
