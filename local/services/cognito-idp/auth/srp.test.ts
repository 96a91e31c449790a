import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVerifier, decoyVerifier, matchesVerifier, startExchange } from './srp.ts';
import { matchTotp, totpCode } from './totp.ts';

test('a verifier matches its own password alone, whoever has the same one gets another salt', () => {
  const one = createVerifier('PoolAda', 'secret');
  const two = createVerifier('PoolAda', 'secret');
  expect(one).not.toEqual(two);
  expect(matchesVerifier('PoolAda', 'secret', one)).toBe(true);
  expect(matchesVerifier('PoolAda', 'Secret', one)).toBe(false);
  expect(matchesVerifier('PoolBob', 'secret', one)).toBe(false);
  expect(JSON.stringify(one)).not.toContain('secret');
});

test('a public value of zero, of a multiple of N, or of no number is refused', () => {
  const { verifier } = createVerifier('PoolAda', 'secret');
  expect(startExchange('0', verifier)).toBeUndefined();
  expect(startExchange('xyz', verifier)).toBeUndefined();
  expect(startExchange('', verifier)).toBeUndefined();
  expect(startExchange('2', verifier)).toBeDefined();
});

test('a decoy is the same each time, and of the shape of a real one', () => {
  expect(decoyVerifier('a')).toEqual(decoyVerifier('a'));
  expect(decoyVerifier('a')).not.toEqual(decoyVerifier('b'));
  expect(decoyVerifier('a').salt).toHaveLength(createVerifier('x', 'y').salt.length);
});

test('TOTP gives the codes of RFC 6238, appendix B (their last six digits)', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(totpCode(secret, 59_000)).toBe('287082');
  expect(totpCode(secret, 1_111_111_109_000)).toBe('081804');
  expect(totpCode(secret, 20_000_000_000_000)).toBe('353130');
});

test('TOTP takes the step before and after, and no other', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const at = 1_700_000_010_000;
  const code = totpCode(secret, at);
  expect(matchTotp(secret, code, at + 30_000)).toBe(matchTotp(secret, code, at));
  expect(matchTotp(secret, code, at - 30_000)).toBeDefined();
  expect(matchTotp(secret, code, at + 60_000)).toBeUndefined();
  expect(matchTotp(secret, code, at - 60_000)).toBeUndefined();
});

test('HKDF as Node does it is what the client computes by hand: two HMACs', () => {
  const ikm = createHash('sha256').update('S').digest();
  const salt = createHash('sha256').update('u').digest();
  const key = createHmac('sha256', salt).update(ikm).digest();
  const byHand = createHmac('sha256', key).update('Caldera Derived Key\u0001').digest().subarray(0, 16);
  expect(Buffer.from(hkdfSync('sha256', ikm, salt, 'Caldera Derived Key', 16))).toEqual(byHand);
});
