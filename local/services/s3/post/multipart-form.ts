import { invalidArgument, s3Error } from '../errors.ts';

/** A browser's form: the fields before the file, with names in lower case, and the file. */
export interface PostForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  readonly file: Buffer;
}

const HEADER_END = Buffer.from('\r\n\r\n');

/**
 * Reads multipart/form-data (RFC 7578). What stands after the file is ignored, as S3 does; `${filename}` in any field
 * becomes the file's name.
 * Throws PreconditionFailed (no form), MalformedPOSTRequest, InvalidArgument (no file, or two).
 */
export function parseForm(contentType: string, body: Buffer): PostForm {
  if (!/^multipart\/form-data\s*(;|$)/i.test(contentType)) {
    throw s3Error('PreconditionFailed', {
      Condition: 'Bucket POST must be of the enclosure-type multipart/form-data',
    });
  }
  const match = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw s3Error('MalformedPOSTRequest');
  const fields = new Map<string, string>();
  let file: { name: string; content: Buffer } | undefined;
  for (const part of partsOf(body, boundary)) {
    const { name, fileName } = readDisposition(part.headers);
    const field = name.toLowerCase();
    if (file) {
      if (field === 'file') throw filesExpected(2);
      continue;
    }
    if (field === 'file') file = { name: baseName(fileName ?? ''), content: part.content };
    else if (fields.has(field)) throw s3Error('MalformedPOSTRequest');
    else fields.set(field, part.content.toString('utf8'));
  }
  if (!file) throw filesExpected(0);
  const { name, content } = file;
  // A file that came as a plain field has no name to put in.
  const expanded = [...fields].map(([field, value]): [string, string] => [
    field,
    field === 'policy' ? value : value.replaceAll('${filename}', () => name),
  ]);
  return { fields: new Map(expanded), fileName: name, file: content };
}

interface FormPart {
  readonly headers: string;
  readonly content: Buffer;
}

function* partsOf(body: Buffer, boundary: string): Generator<FormPart> {
  const opening = Buffer.from(`--${boundary}`);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  if (!body.subarray(0, opening.length).equals(opening)) throw s3Error('MalformedPOSTRequest');
  let at = opening.length;
  for (;;) {
    const next = body.toString('latin1', at, at + 2);
    if (next === '--') return;
    if (next !== '\r\n') throw s3Error('MalformedPOSTRequest');
    const start = at + 2;
    const headerEnd = body.indexOf(HEADER_END, start);
    const end = headerEnd < 0 ? -1 : body.indexOf(delimiter, headerEnd + 2);
    if (headerEnd < 0 || end < 0) throw s3Error('MalformedPOSTRequest');
    const content = body.subarray(Math.min(headerEnd + HEADER_END.length, end), end);
    yield { headers: body.toString('utf8', start, headerEnd), content };
    at = end + delimiter.length;
  }
}

function readDisposition(headers: string): { name: string; fileName: string | undefined } {
  const line = headers.split('\r\n').find((one) => /^content-disposition\s*:/i.test(one)) ?? '';
  const name = parameter(line, 'name');
  if (!/:\s*form-data\s*;/i.test(line) || name === undefined) throw s3Error('MalformedPOSTRequest');
  return { name, fileName: parameter(line, 'filename') };
}

/** Browsers write a quotation mark inside as `%22`. */
function parameter(line: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(line);
  return (match?.[1] ?? match?.[2])?.replaceAll('%22', '"');
}

/** Old browsers sent the whole path. */
function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

function filesExpected(count: number): Error {
  return invalidArgument('POST requires exactly one file upload per request.', 'file', count);
}
