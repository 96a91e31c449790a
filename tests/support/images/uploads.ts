import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { LocalCloud } from '../../../local/cloud.ts';
import type { FunctionInvoker } from '../../../local/core/context.ts';
import type { Caller } from '../graphql.ts';

export interface Form {
  id: string;
  url: string;
  fields: Record<string, string>;
  key: string;
  expiresAt: string;
}

export const CHANGE = 'id profileId kind status reason version';

/** Asks for the permission to upload. */
export async function requestUpload(
  person: Caller,
  kind: 'AVATAR' | 'COVER' = 'AVATAR',
  contentType = 'image/jpeg',
  crop: { x?: number; y?: number; width?: number } = {},
): Promise<Form> {
  const answer = await person.ask(
    `mutation ($kind: ImageKind!, $type: String!, $x: Float, $y: Float, $width: Float) {
      requestImageUpload(kind: $kind, contentType: $type, cropX: $x, cropY: $y, cropWidth: $width) {
        id url fields key expiresAt
      }
    }`,
    { kind, type: contentType, ...crop },
  );
  return { ...answer, fields: JSON.parse(answer.fields) };
}

/** Posts a file with a form, as a browser does. @param changes fields other than those that the server gave */
export function postFile(
  form: Form,
  file: Uint8Array,
  changes: Record<string, string> = {},
  fileName = 'picture.jpg',
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...changes })) body.append(name, value);
  body.append('file', new Blob([Uint8Array.from(file)]), fileName);
  return fetch(form.url, { method: 'POST', body, headers: { origin: 'http://localhost:5173' } });
}

/** S3's word for what it did not like. */
export async function refusalOf(response: Response): Promise<string> {
  const text = await response.text();
  return `${response.status} ${/<Code>(\w+)/.exec(text)?.[1]} ${/<Message>([^<]*)/.exec(text)?.[1]}`;
}

/** What became of an upload, as its owner is told. */
export function imageUpload(person: Caller, id: string): Promise<any> {
  return person.ask(`query ($id: ID!) { imageUpload(id: $id) { ${CHANGE} } }`, { id });
}

/** Uploads a file and waits until nothing is under way any more; answers what became of it. */
export async function upload(
  cloud: LocalCloud,
  person: Caller,
  file: Uint8Array,
  { kind = 'AVATAR', contentType = 'image/jpeg' }: { kind?: 'AVATAR' | 'COVER'; contentType?: string } = {},
): Promise<any> {
  const form = await requestUpload(person, kind, contentType);
  const response = await postFile(form, file);
  if (response.status !== 204) throw new Error(await refusalOf(response));
  await cloud.settle();
  return imageUpload(person, form.id);
}

export interface ImagesBucket {
  /** Every key, or those that hold a text. */
  keys(part?: string): Promise<string[]>;
  put(key: string, body: Uint8Array): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The bucket, with the developer's rights. */
export async function imagesBucket(cloud: LocalCloud): Promise<ImagesBucket> {
  const Bucket = (await inspect(cloud, 's3')).find((name) => /-images[0-9a-f]{8}-/.test(name))!;
  const client = new S3Client({
    region: cloud.context.region,
    endpoint: cloud.baseUrl,
    credentials: cloud.developerCredentials,
    forcePathStyle: true,
  });
  return {
    async keys(part = '') {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
      return Contents.map(({ Key }) => Key!).filter((key) => key.includes(part));
    },
    async put(Key, Body) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}

/** Runs one of the functions, found by its folder's name. Throws what it throws. */
export async function run(cloud: LocalCloud, folder: string, payload: unknown): Promise<unknown> {
  const pattern = new RegExp(folder.replaceAll('-', '-?'), 'i');
  const functionArn = (await inspect(cloud, 'lambda')).find((name) => pattern.test(name))!;
  const { payload: answer, functionError } = await cloud.context
    .service<FunctionInvoker>('lambda')
    .invokeFunction({ functionArn, payload, principal: { kind: 'developer' } });
  if (functionError) throw new Error(`${functionError}: ${JSON.stringify(answer)}`);
  return answer;
}

/** The event that S3 sends for a key. */
export function uploadEvent(key: string): unknown {
  return { Records: [{ s3: { object: { key } } }] };
}

async function inspect(cloud: LocalCloud, id: string): Promise<string[]> {
  const service = cloud.services.find((one) => one.id === id)!;
  return ((await service.inspect!()) as { name: string }[]).map(({ name }) => name);
}
