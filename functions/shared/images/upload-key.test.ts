import { describe, expect, it } from 'vitest';
import { ulid } from './ulid.ts';
import { parseUploadKey, uploadKey } from './upload-key.ts';

const ownerId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('a ULID', () => {
  it('sorts by time as text, and is new each time', () => {
    const times = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 2 ** 48 - 1];
    const ids = times.map((time) => ulid(time));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(Array.from({ length: 100 }, () => ulid(7))).size).toBe(100);
    // The specification's own example: its first ten characters are this moment.
    expect(ulid(1_469_918_176_385).slice(0, 10)).toBe('01ARYZ6S41');
  });
});

describe('the key of an upload', () => {
  it('says whose it is, and nothing but what it says comes out', () => {
    for (const kind of ['AVATAR', 'COVER'] as const) {
      const upload = { id: ulid(), ownerId, kind };
      expect(parseUploadKey(uploadKey(upload))).toEqual(upload);
    }
  });

  it.each([
    '',
    'incoming/',
    `incoming/${ownerId}/avatar/`,
    `incoming/${ownerId}/banner/01ARYZ6S410000000000000000`,
    `incoming/${ownerId}/avatar/01ARYZ6S41000000000000000I`,
    `incoming/${ownerId.toUpperCase()}/avatar/01ARYZ6S410000000000000000`,
    `incoming/../${ownerId}/avatar/01ARYZ6S410000000000000000`,
    `public/${ownerId}/avatar/01ARYZ6S410000000000000000`,
    `incoming/${ownerId}/avatar/01ARYZ6S410000000000000000\n`,
  ])('is nobody’s when the server did not make it: %j', (key) => {
    expect(parseUploadKey(key)).toBeUndefined();
  });
});
