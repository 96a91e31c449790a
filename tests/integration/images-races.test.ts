import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { injectFaults } from '../support/images/faults.ts';
import { photo } from '../support/images/pictures.ts';
import {
  CHANGE,
  imagesBucket,
  imageUpload,
  postFile,
  requestUpload,
  run,
  upload,
  uploadEvent,
  type Form,
  type ImagesBucket,
} from '../support/images/uploads.ts';
import { startTestCloud, type TestCloud } from '../support/local-cloud.ts';
import { createPeople, type People, type Person } from '../support/people.ts';
import { createSql, type RunSql } from '../support/sql.ts';

let test: TestCloud;
let people: People;
let bucket: ImagesBucket;
let sql: RunSql;
let picture: Buffer;

beforeAll(async () => {
  test = await startTestCloud(inject('sandboxAssembly'));
  people = await createPeople(test.cloud);
  bucket = await imagesBucket(test.cloud);
  sql = await createSql(test.cloud);
  picture = await photo();
});
afterAll(() => test[Symbol.asyncDispose]());

const process = (form: Form) => run(test.cloud, 'process-image', uploadEvent(form.key));
const versionOf = async (id: string): Promise<string | null> =>
  (
    await sql<{ avatar: string | null }>('select avatar from profiles where id = cast(:id as uuid)', { id })
  )[0]!.avatar;

/** Of this person there is the shown version with all its files, and nothing else. */
async function expectTidy(id: string): Promise<void> {
  const version = await versionOf(id);
  const keys = await bucket.keys(id);
  expect(keys.filter((key) => !key.includes(`/${version}-`))).toEqual([]);
  expect(keys).toHaveLength(version ? 12 : 0);
}

describe('the same event', () => {
  it('again changes nothing', async () => {
    const ada = await people.person('ada');
    using events = await ada.subscribe(`subscription { onImageProcessed { ${CHANGE} } }`);
    const form = await requestUpload(ada);
    await postFile(form, picture);
    await test.cloud.settle();
    const first = await imageUpload(ada, form.id);
    await process(form);
    await process(form);
    expect(await imageUpload(ada, form.id)).toEqual(first);
    await expectTidy(ada.id);
    expect(await events.next()).toEqual(first);
    expect(events.waiting).toBe(0);
  });

  it('four times at once ends with one picture', async () => {
    const ada = await people.person('ada');
    const form = await requestUpload(ada);
    await Promise.all([postFile(form, picture), process(form), process(form), process(form)]);
    await bucket.put(form.key, picture);
    await Promise.all([process(form), process(form), process(form)]);
    await test.cloud.settle();
    expect(await imageUpload(ada, form.id)).toMatchObject({
      status: 'READY',
      version: await versionOf(ada.id),
    });
    await expectTidy(ada.id);
  });
});

describe('of several uploads the newest wins', () => {
  it('when they are under way at once', async () => {
    const ada = await people.person('ada');
    const forms: Form[] = [];
    for (let n = 0; n < 6; n += 1) {
      forms.push(await requestUpload(ada));
      // The ids sort by milliseconds.
      test.cloud.clock.advance(1);
    }
    await Promise.all(forms.toReversed().map((form) => postFile(form, picture)));
    await test.cloud.settle();
    const outcomes = await Promise.all(forms.map(({ id }) => imageUpload(ada, id)));
    expect(outcomes.at(-1)).toMatchObject({ status: 'READY', version: await versionOf(ada.id) });
    expect(new Set(outcomes.slice(0, -1).map(({ status }) => status))).toEqual(new Set(['SUPERSEDED']));
    await expectTidy(ada.id);
  });

  it('when the older one arrives last', async () => {
    const ada = await people.person('ada');
    const older = await requestUpload(ada);
    test.cloud.clock.advance(1);
    const { version } = await upload(test.cloud, ada, picture);
    await postFile(older, picture);
    await test.cloud.settle();
    expect(await imageUpload(ada, older.id)).toMatchObject({ status: 'SUPERSEDED' });
    expect(await versionOf(ada.id)).toBe(version);
    await expectTidy(ada.id);
  });

  it('and a removal counts like an upload', async () => {
    const ada = await people.person('ada');
    await upload(test.cloud, ada, picture);
    const [before] = [await requestUpload(ada)];
    test.cloud.clock.advance(1);
    await ada.ask('mutation { removeImage(kind: AVATAR) { id } }');
    await postFile(before, picture);
    await test.cloud.settle();
    expect(await imageUpload(ada, before.id)).toMatchObject({ status: 'SUPERSEDED' });
    expect(await versionOf(ada.id)).toBeNull();
    await expectTidy(ada.id);
  });
});

it('a file with a key that nobody was given goes', async () => {
  const ada = await people.person('ada');
  for (const key of [
    `incoming/${ada.id}/avatar/01JD3Q4E8Z0000000000000000`,
    'incoming/x',
    'incoming/a b/ü.jpg',
  ]) {
    await bucket.put(key, picture);
  }
  await test.cloud.settle();
  expect(await bucket.keys('incoming/')).toEqual([]);
  expect(await versionOf(ada.id)).toBeNull();
});

describe('whatever fails', () => {
  const broken: Person[] = [];
  let length: number;
  let breakable: number[];

  /** The calls of a run that also has a former picture to delete; of the files that it writes the first and the last. */
  beforeAll(async () => {
    using faults = injectFaults(test.cloud, 'processimage');
    const ada = await people.person('probe');
    await upload(test.cloud, ada, picture);
    faults.plan(() => false);
    await upload(test.cloud, ada, picture);
    const puts = faults.calls.flatMap((name, index) => (name.startsWith('s3 PUT') ? [index] : []));
    expect(puts).toHaveLength(12);
    length = faults.calls.length;
    breakable = faults.calls.flatMap((_name, index) =>
      puts.slice(1, -1).includes(index) ? [] : [index + 1],
    );
    expect(breakable.length).toBeGreaterThan(9);
  });

  it.each(['refused', 'lost'] as const)('once, the next attempt makes up for it: %s', async (how) => {
    using faults = injectFaults(test.cloud, 'processimage');
    for (const call of breakable) {
      const ada = await people.person('once');
      await upload(test.cloud, ada, picture);
      faults.plan((number) => (number === call ? how : false));
      const outcome = await upload(test.cloud, ada, picture);
      const where = `${how} at call ${call}: ${faults.calls[call - 1]}`;
      expect(outcome, where).toMatchObject({ status: 'READY', version: await versionOf(ada.id) });
      expect(
        (await bucket.keys(ada.id)).filter((key) => !key.includes(outcome.version)),
        where,
      ).toEqual([]);
      expect(faults.calls.length, where).toBeGreaterThan(length);
    }
  });

  it('for good, one of the two pictures is shown', async () => {
    using faults = injectFaults(test.cloud, 'processimage');
    for (const call of breakable) {
      const ada = await people.person('crash');
      broken.push(ada);
      await upload(test.cloud, ada, picture);
      faults.plan((number) => (number >= call ? (call % 2 ? 'refused' : 'lost') : false));
      await upload(test.cloud, ada, picture);
      faults.plan(() => false);
      const version = await versionOf(ada.id);
      expect((await bucket.keys(ada.id)).filter((key) => key.includes(`/${version}-`))).toHaveLength(12);
    }
  });

  it('no file is left for good: the sweep finds those that nobody else does', async () => {
    const [left] = await people.persons('leaver');
    await upload(test.cloud, left, picture);
    await sql('delete from profiles where id = cast(:id as uuid)', { id: left.id });
    expect(await bucket.keys(left.id)).toHaveLength(12);
    const orphans = async () => {
      const shown = await sql<{ avatar: string }>('select avatar from profiles where avatar is not null');
      return (await bucket.keys()).filter((key) => !shown.some(({ avatar }) => key.includes(`/${avatar}-`)));
    };
    expect((await orphans()).length).toBeGreaterThan(12);
    // Not too early: somebody might be about to show them.
    expect(await run(test.cloud, 'sweep-images', {})).toEqual({ swept: 0 });
    // Lifecycle takes the uploads after a day; the schedule of the sweep comes round with it.
    test.cloud.clock.advance(49 * 3_600_000);
    await test.cloud.settle();
    await run(test.cloud, 'sweep-images', {});
    expect(await orphans()).toEqual([]);
    for (const { id } of broken) await expectTidy(id);
    expect(await sql('select 1 from image_files where not shown')).toEqual([]);
  });
});
