import type { AttributeValue, Item } from './attribute-value.ts';

/** The largest item, in bytes as DynamoDB counts them. */
export const MAX_ITEM_SIZE = 400 * 1024;

/**
 * An item's size in bytes: names and values in UTF-8, numbers about a byte for two digits, lists and maps with an
 * overhead of 3 bytes and one for each element.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemSize(item: Item): number {
  let size = 0;
  for (const name in item) size += Buffer.byteLength(name) + valueSize(item[name]!);
  return size;
}

function valueSize(value: AttributeValue): number {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return numberSize(value.N);
  if ('B' in value) return blobSize(value.B);
  if ('BOOL' in value || 'NULL' in value) return 1;
  if ('M' in value) return 3 + itemSize(value.M) + Object.keys(value.M).length;
  if ('L' in value) return value.L.reduce((sum, element) => sum + 1 + valueSize(element), 3);
  if ('SS' in value) return value.SS.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if ('NS' in value) return value.NS.reduce((sum, number) => sum + numberSize(number), 0);
  return value.BS.reduce((sum, blob) => sum + blobSize(blob), 0);
}

export function blobSize(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}

function numberSize(text: string): number {
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return 1 + Math.ceil(digits.length / 2) + (text.startsWith('-') ? 1 : 0);
}
