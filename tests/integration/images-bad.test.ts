import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BAD_PICTURES, ODD_PICTURES, TOO_LARGE } from '../support/images/corpus.ts';
import { photo, scene } from '../support/images/pictures.ts';
import {
  CHANGE,
  imagesBucket,
  imageUpload,
  postFile,
  refusalOf,
  requestUpload,
  upload,
  type ImagesBucket,
} from '../support/images/uploads.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';

let test: TestCloud;
let people: People;
let bucket: ImagesBucket;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  bucket = await imagesBucket(test.cloud);
});
afterAll(() => test[Symbol.asyncDispose]());

const avatarOf = async (person: Person) => (await person.ask('{ me { avatar } }')).avatar;

/** Somebody with a picture. */
async function withPicture(name: string): Promise<{ person: Person; version: string }> {
  const person = await people.person(name);
  const { version } = await upload(test.cloud, person, await photo());
  return { person, version };
}

async function expectUntouched(person: Person, version: string): Promise<void> {
  expect(await avatarOf(person)).toBe(version);
  const keys = await bucket.keys(person.id);
  expect(keys).toHaveLength(12);
  expect(keys.every((key) => key.startsWith(`public/avatars/${person.id}/${version}-`))).toBe(true);
}

describe('a file that is no picture', () => {
  it.each(BAD_PICTURES)('is refused with a reason, and nothing else happens: $name', async (bad) => {
    const { person, version } = await withPicture('ada');
    using events = await person.subscribe(`subscription { onImageProcessed { ${CHANGE} } }`);
    const outcome = await upload(test.cloud, person, await bad.bytes(), { contentType: bad.contentType });
    expect(outcome).toMatchObject({ status: 'REFUSED', reason: bad.reason, version: null });
    expect(await events.next()).toEqual(outcome);
    await expectUntouched(person, version);
    // The function is as well as before.
    expect(await upload(test.cloud, person, await photo())).toMatchObject({ status: 'READY' });
  });

  it.each(ODD_PICTURES)('is shown when it is merely odd: $name', async (odd) => {
    const person = await people.person('odd');
    const outcome = await upload(test.cloud, person, await odd.bytes(), { contentType: odd.contentType });
    expect(outcome).toMatchObject({ status: 'READY', reason: null });
    expect(await bucket.keys(person.id)).toHaveLength(12);
  });

  it('is refused as a cover when it is too small for one', async () => {
    const person = await people.person('cover');
    const file = await scene(200, 200).png().toBuffer();
    expect(await upload(test.cloud, person, file, { kind: 'COVER', contentType: 'image/png' })).toMatchObject(
      {
        status: 'REFUSED',
        reason: 'TOO_SMALL',
      },
    );
    expect(await bucket.keys(person.id)).toEqual([]);
  });
});

describe('what the form does not allow, S3 refuses', () => {
  let owner: { person: Person; version: string };
  beforeAll(async () => {
    owner = await withPicture('owner');
  });

  it.each([
    [TOO_LARGE.name, {}, TOO_LARGE.bytes, '400 EntityTooLarge'],
    ['0 bytes', {}, () => Buffer.alloc(0), '400 EntityTooSmall'],
    ['another content type', { 'Content-Type': 'text/html' }, photo, '403 AccessDenied'],
    ['another size', { policy: btoa('{}') }, photo, '403 SignatureDoesNotMatch'],
    ['a further field', { acl: 'public-read' }, photo, '403 AccessDenied'],
    ['another part than was asked for', { 'x-amz-meta-crop': '0 0 1' }, photo, '403 AccessDenied'],
    ['a key of its own', { key: 'public/avatars/x/y-64.jpg' }, photo, '403 AccessDenied'],
    [
      'a redirect to elsewhere',
      { success_action_redirect: 'https://example.com' },
      photo,
      '403 AccessDenied',
    ],
  ])('%s', async (_name, changes, bytes, refusal) => {
    const form = await requestUpload(owner.person);
    const names = Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [name === 'policy' ? 'Policy' : name, value]),
    ) as Record<string, string>;
    const response = await postFile(form, await bytes(), names);
    expect(await refusalOf(response)).toContain(refusal);
    await test.cloud.settle();
    expect(await imageUpload(owner.person, form.id)).toMatchObject({ status: 'PENDING' });
    await expectUntouched(owner.person, owner.version);
  });

  it('a key of another person', async () => {
    const eve = await people.person('eve');
    const theirs = await requestUpload(owner.person);
    const response = await postFile(await requestUpload(eve), await photo(), { key: theirs.key });
    expect(await refusalOf(response)).toMatch(/403 AccessDenied Invalid according to Policy/);
    await test.cloud.settle();
    await expectUntouched(owner.person, owner.version);
  });

  it('a path in the file name changes nothing', async () => {
    const person = await people.person('path');
    const form = await requestUpload(person);
    const response = await postFile(form, await photo(), {}, '../../public/avatars/x.jpg');
    expect(response.status).toBe(204);
    await test.cloud.settle();
    expect(await imageUpload(person, form.id)).toMatchObject({ status: 'READY' });
    expect((await bucket.keys()).filter((key) => key.includes('x.jpg') || key.includes('..'))).toEqual([]);
  });

  it('a replayed policy brings nothing', async () => {
    const person = await people.person('replay');
    const form = await requestUpload(person);
    await postFile(form, await photo());
    await test.cloud.settle();
    const first = await imageUpload(person, form.id);
    const again = await postFile(form, await scene(300, 300).negate().jpeg().toBuffer());
    expect(again.status).toBe(204);
    await test.cloud.settle();
    expect(await imageUpload(person, form.id)).toEqual(first);
    await expectUntouched(person, first.version);
  });
});

describe('the permission to upload', () => {
  it.each([
    ['image/heic', /iPhone/],
    ['image/svg+xml', /JPEG, PNG/],
    ['image/jpeg; charset=x', /JPEG, PNG/],
    ['', /JPEG, PNG/],
  ])('is not given for %s', async (type, message) => {
    const person = await people.person('types');
    await expect(requestUpload(person, 'AVATAR', type)).rejects.toThrow(/^UnsupportedImageType/);
    await expect(requestUpload(person, 'AVATAR', type)).rejects.toThrow(message);
  });

  it.each([
    [{ x: 0.5, y: 0, width: 0.6 }],
    [{ x: -0.1, y: 0, width: 0.5 }],
    [{ x: 0, y: 0, width: 0 }],
    [{ x: 0, width: 0.5 }],
  ])('is not given for a part that is not within the picture: %j', async (crop) => {
    const person = await people.person('crop');
    await expect(requestUpload(person, 'AVATAR', 'image/png', crop)).rejects.toThrow(/^InvalidCrop/);
  });

  it('is given twenty times an hour', async () => {
    const person = await people.person('often');
    for (let n = 0; n < 20; n += 1) await requestUpload(person);
    await expect(requestUpload(person)).rejects.toThrow(/^RateLimited/);
  });

  it('is not given to those who are suspended, nor may they remove', async () => {
    const [person, moderator] = [await people.person('bad'), await people.moderator()];
    await moderator.ask('mutation ($id: ID!) { suspendProfile(id: $id, reason: "test") }', { id: person.id });
    await expect(requestUpload(person)).rejects.toThrow(/^Suspended/);
    expect(await person.refusal('mutation { removeImage(kind: COVER) { id } }')).toBe('Suspended');
  });

  it('ends after five minutes', async () => {
    const person = await people.person('late');
    const [used, unused] = [await requestUpload(person), await requestUpload(person)];
    test.cloud.clock.advance(299_000);
    expect((await postFile(used, await photo())).status).toBe(204);
    test.cloud.clock.advance(2_000);
    expect(await refusalOf(await postFile(unused, await photo()))).toBe(
      '403 AccessDenied Invalid according to Policy: Policy expired.',
    );
    await test.cloud.settle();
    expect(await imageUpload(person, used.id)).toMatchObject({ status: 'READY' });
    // Whoever asks much later is told, though nothing ever came.
    test.cloud.clock.advance(900_000);
    expect(await imageUpload(person, unused.id)).toMatchObject({ status: 'REFUSED', reason: 'FAILED' });
  });
});
