import { expect, test } from 'vitest';
import { createClock } from '../../core/clock.ts';
import { createKeyResolver } from './resolve.ts';
import { sealSession } from './session-token.ts';

const keys = {
  masterKey: Buffer.alloc(32, 1).toString('base64'),
  developer: { accessKeyId: 'AKIADEVELOPER', secretAccessKey: 'secret' },
};

test('a session that was known ends at its time, and its token stays bound to its key', () => {
  const clock = createClock();
  const resolve = createKeyResolver(keys, clock);
  const session = { kind: 'role', roleArn: 'arn:aws:iam::000000000000:role/r', sessionName: 's' } as const;
  const claims = { accessKeyId: 'ASIAONE', session, expiration: clock.now() + 60_000 };
  const token = sealSession(claims, keys.masterKey);
  expect(resolve('ASIAONE', token)).toMatchObject({ kind: 'known', principal: session });
  expect(resolve('ASIATWO', token)).toEqual({ kind: 'invalid-token' });
  expect(resolve('ASIAONE', `${token}x`)).toEqual({ kind: 'invalid-token' });
  clock.advance(60_001);
  expect(resolve('ASIAONE', token)).toEqual({ kind: 'expired' });
});
