/** DynamoDB's wire form of one value, for example `{ "S": "text" }`. */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type AttributeMap = Readonly<Record<string, AttributeValue>>;

/** The JSON that resolvers see: numbers as numbers, sets as lists, binary as Base64 text. */
function toJson(value: AttributeValue): unknown {
  for (const type in value) {
    const inner = value[type];
    switch (type) {
      case 'S':
      case 'B':
      case 'BOOL':
        return inner;
      case 'N':
        return Number(inner);
      case 'NULL':
        return null;
      case 'M':
        return itemToJson(inner as AttributeMap);
      case 'L':
        return (inner as AttributeValue[]).map(toJson);
      case 'NS':
        return (inner as string[]).map(Number);
      case 'SS':
      case 'BS':
        return inner;
    }
  }
  return null;
}

export function itemToJson(item: AttributeMap): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const name in item) plain[name] = toJson(item[name]!);
  return plain;
}
