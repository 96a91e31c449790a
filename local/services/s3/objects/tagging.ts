import { invalidArgument, s3Error } from '../errors.ts';
import { childrenOf, parseXml, textOf } from '../http/parse-xml.ts';

export type Tags = Readonly<Record<string, string>>;

const MOST = 10;

/** Tags in the form of a query, as in `x-amz-tagging`. Throws InvalidArgument, InvalidTag. */
export function parseTagging(value: string | undefined): Tags {
  if (value === undefined || value === '') return {};
  const pairs = [...new URLSearchParams(value)];
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) {
    throw invalidArgument(
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      'x-amz-tagging',
      value,
    );
  }
  return checked(pairs);
}

/** Tags in the form of PutObjectTagging's body. Throws MalformedXML, InvalidTag. */
export function parseTaggingXml(body: Buffer): Tags {
  const sets = childrenOf(parseXml(body, 'Tagging'), 'TagSet');
  if (sets.length !== 1) throw s3Error('MalformedXML');
  const pairs = childrenOf(sets[0] as NonNullable<(typeof sets)[0]>, 'Tag').map((tag): [string, string] => {
    const key = textOf(tag, 'Key');
    const value = textOf(tag, 'Value');
    if (key === undefined || value === undefined) throw s3Error('MalformedXML');
    return [key, value];
  });
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) {
    throw s3Error('InvalidTag', {}, 'Cannot provide multiple Tags with the same key');
  }
  return checked(pairs);
}

/** The condition keys of tags that a request sets. */
export function requestTagContext(tags: Tags): Record<string, string | readonly string[]> {
  const entries = Object.entries(tags);
  if (entries.length === 0) return {};
  return {
    ...Object.fromEntries(entries.map(([name, value]) => [`s3:RequestObjectTag/${name}`, value])),
    's3:RequestObjectTagKeys': entries.map(([name]) => name),
  };
}

function checked(pairs: readonly (readonly [string, string])[]): Tags {
  if (pairs.length > MOST) throw s3Error('BadRequest', {}, 'Object tags cannot be greater than 10');
  for (const [key, value] of pairs) {
    if (key.length < 1 || key.length > 128) throw s3Error('InvalidTag', { TagKey: key });
    if (value.length > 256) {
      throw s3Error('InvalidTag', { TagValue: value }, 'The TagValue you have provided is invalid');
    }
  }
  return Object.fromEntries(pairs);
}
