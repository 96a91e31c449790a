import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { imageUrl } from '../../shared/images.ts';
import { photo, scene } from '../support/images/pictures.ts';
import {
  CHANGE,
  imagesBucket,
  imageUpload,
  postFile,
  requestUpload,
  upload,
  type ImagesBucket,
} from '../support/images/uploads.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';

let test: TestCloud;
let people: People;
let bucket: ImagesBucket;
let deliveryUrl: string;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  bucket = await imagesBucket(test.cloud);
  const { outputs } = await test.cloud.outputs();
  deliveryUrl = (outputs as any).custom.delivery_url;
});
afterAll(() => test[Symbol.asyncDispose]());

const profileOf = (viewer: Person, handle: string) =>
  viewer.ask('query ($h: String!) { profile(handle: $h) { avatar cover } }', { h: handle });

describe('an uploaded picture', () => {
  it('is shown by everybody, from addresses that hold for a year, and nothing else of it is left', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    using own = await ada.subscribe(`subscription { onImageProcessed { ${CHANGE} } }`);
    using others = await grace.subscribe(
      `subscription ($ids: [ID!]!) { onProfileImageChanged(profileIds: $ids) { ${CHANGE} } }`,
      { ids: [ada.id, grace.id] },
    );
    const form = await requestUpload(ada);
    expect(form.key).toBe(`incoming/${ada.id}/avatar/${form.id}`);
    expect(Date.parse(form.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
    const posted = await postFile(form, await photo());
    expect(posted.status).toBe(204);
    expect(posted.headers.get('access-control-allow-origin')).toBe('*');

    const told = await own.next();
    const change = { id: form.id, profileId: ada.id, kind: 'AVATAR', status: 'READY', reason: null };
    expect(told).toEqual({ ...change, version: expect.stringMatching(/^[\w-]{16}$/) });
    expect(await others.next()).toEqual(told);
    await test.cloud.settle();
    expect(await imageUpload(ada, form.id)).toEqual(told);
    expect(await profileOf(grace, ada.handle)).toEqual({ avatar: told.version, cover: null });
    expect(await bucket.keys('incoming/')).toEqual([]);
    expect(await bucket.keys(ada.id)).toHaveLength(12);

    const url = imageUrl(deliveryUrl, {
      kind: 'AVATAR',
      ownerId: ada.id,
      version: told.version,
      width: 128,
      format: 'webp',
    });
    const seen = await fetch(url);
    expect(seen.status).toBe(200);
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const metadata = await sharp(Buffer.from(await seen.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ width: 128, height: 128, format: 'webp' });
    expect(metadata.exif).toBeUndefined();
  });

  it('stands beside what its owner writes', async () => {
    const ada = await people.person('author');
    const { version } = await upload(test.cloud, ada, await photo());
    await ada.ask('mutation ($c: ID!) { createActivity(clientId: $c, message: "With a face") { id } }', {
      c: crypto.randomUUID(),
    });
    const guest = await people.guest();
    const { items } = await guest.ask('{ homeFeed { items { author { id avatar } } } }');
    expect(items[0].author).toEqual({ id: ada.id, avatar: version });
  });

  it('replaces the one before, whose files go; avatar and cover do not meddle with each other', async () => {
    const ada = await people.person('ada');
    const first = await upload(test.cloud, ada, await photo());
    const cover = await upload(test.cloud, ada, await scene(900, 600).png().toBuffer(), {
      kind: 'COVER',
      contentType: 'image/png',
    });
    const second = await upload(test.cloud, ada, await photo());
    expect(second.version).not.toBe(first.version);
    expect(await profileOf(ada, ada.handle)).toEqual({ avatar: second.version, cover: cover.version });
    const keys = await bucket.keys(ada.id);
    expect(keys.filter((key) => key.includes(first.version))).toEqual([]);
    expect(keys.filter((key) => key.includes(second.version))).toHaveLength(12);
    expect(keys.filter((key) => key.includes(cover.version)).toSorted()).toEqual(
      [600, 1500]
        .flatMap((width) =>
          ['avif', 'webp'].map((end) => `public/covers/${ada.id}/${cover.version}-${width}.${end}`),
        )
        .toSorted(),
    );
  });

  it('shows the part that its owner chose', async () => {
    const ada = await people.person('ada');
    const form = await requestUpload(ada, 'AVATAR', 'image/png', { x: 0, y: 0.5, width: 0.5 });
    expect((await postFile(form, await scene(400, 400).png().toBuffer())).status).toBe(204);
    await test.cloud.settle();
    const { version } = await imageUpload(ada, form.id);
    const file = { kind: 'AVATAR', ownerId: ada.id, version, width: 64, format: 'jpg' } as const;
    const seen = await fetch(imageUrl(deliveryUrl, file));
    const { dominant } = await sharp(Buffer.from(await seen.arrayBuffer())).stats();
    // The lower left corner of the scene is yellow.
    expect(dominant.r).toBeGreaterThan(200);
    expect(dominant.g).toBeGreaterThan(170);
    expect(dominant.b).toBeLessThan(80);
  });

  it('can be removed, and everybody sees that', async () => {
    const [ada, grace] = await people.persons('ada', 'grace');
    await upload(test.cloud, ada, await photo());
    using others = await grace.subscribe(
      `subscription ($ids: [ID!]!) { onProfileImageChanged(profileIds: $ids) { ${CHANGE} } }`,
      { ids: [ada.id] },
    );
    const removed = await ada.ask(`mutation { removeImage(kind: AVATAR) { ${CHANGE} } }`);
    expect(removed).toMatchObject({ profileId: ada.id, kind: 'AVATAR', status: 'READY', version: null });
    expect(await others.next()).toEqual(removed);
    expect(await profileOf(grace, ada.handle)).toEqual({ avatar: null, cover: null });
    expect(await bucket.keys(ada.id)).toEqual([]);
  });
});

it('goes with the account', async () => {
  const ada = await people.person('leaver');
  await upload(test.cloud, ada, await photo());
  expect(await bucket.keys(ada.id)).toHaveLength(12);
  expect(await ada.ask('mutation { deleteAccount }')).toBe(true);
  expect(await bucket.keys(ada.id)).toEqual([]);
});

describe('who hears of it', () => {
  it('not those who are blocked, nor of refusals anybody but the owner', async () => {
    const [ada, blocked, grace] = await people.persons('ada', 'blocked', 'grace');
    await ada.ask('mutation ($id: ID!) { blockProfile(id: $id) { id } }', { id: blocked.id });
    const watch = (person: Person) =>
      person.subscribe(
        `subscription ($ids: [ID!]!) { onProfileImageChanged(profileIds: $ids) { ${CHANGE} } }`,
        { ids: [ada.id] },
      );
    using hers = await watch(blocked);
    using theirs = await watch(grace);
    using own = await grace.subscribe(`subscription { onImageProcessed { ${CHANGE} } }`);
    await upload(test.cloud, ada, Buffer.from('nothing'));
    await upload(test.cloud, ada, await photo());
    expect(await theirs.next()).toMatchObject({ status: 'READY' });
    expect([hers.waiting, theirs.waiting, own.waiting]).toEqual([0, 0, 0]);
  });

  it('of at most twenty people at once', async () => {
    const ada = await people.person('ada');
    const subscription = 'subscription ($ids: [ID!]!) { onProfileImageChanged(profileIds: $ids) { id } }';
    const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
    await expect(ada.subscribe(subscription, { ids: ids(21) })).rejects.toThrow('InvalidIds');
    await expect(ada.subscribe(subscription, { ids: [] })).rejects.toThrow('InvalidIds');
    await expect(ada.subscribe(subscription, { ids: ['x'] })).rejects.toThrow('InvalidId');
    using events = await ada.subscribe(subscription, { ids: [...ids(19), ada.id] });
    await upload(test.cloud, ada, await photo());
    expect(await events.next()).toBeDefined();
  });
});

describe('nobody but the owner', () => {
  it('learns what became of an upload', async () => {
    const [ada, eve] = await people.persons('ada', 'eve');
    const form = await requestUpload(ada);
    expect(await imageUpload(ada, form.id)).toMatchObject({ status: 'PENDING', version: null });
    expect(await imageUpload(eve, form.id)).toBeNull();
    expect(await imageUpload(eve, 'nonsense')).toBeNull();
  });

  it('can say that a picture changed', async () => {
    const [ada, moderator] = [await people.person('ada'), await people.moderator()];
    const guest = await people.guest();
    const lie = `mutation { publishImageChange(
      id: "x", profileId: "${ada.id}", kind: AVATAR, status: READY, version: "AAAAAAAAAAAAAAAA"
    ) { id } }`;
    expect(await ada.refusal(lie)).toBe('Unauthorized');
    expect(await moderator.refusal(lie)).toBe('Unauthorized');
    expect(await guest.refusal(lie)).toBe('UnauthorizedException');
  });
});
