import { standardAttributes } from '../attributes/standardAttributes.ts';
import type { AttributeSchema } from '../pool.ts';
import { readBoolean, readOptionalNumber } from './properties.ts';

export interface SchemaProperty {
  readonly Name?: string;
  readonly AttributeDataType?: AttributeSchema['type'];
  readonly Mutable?: boolean | string;
  readonly Required?: boolean | string;
  readonly DeveloperOnlyAttribute?: boolean;
  readonly StringAttributeConstraints?: { readonly MinLength?: string; readonly MaxLength?: string };
  readonly NumberAttributeConstraints?: { readonly MinValue?: string; readonly MaxValue?: string };
}

/** The attributes of a pool: the standard ones as its schema changes them, and its own with the prefix `custom:`. */
export function poolSchema(properties: readonly SchemaProperty[] = []): Map<string, AttributeSchema> {
  const schema = standardAttributes();
  for (const property of properties) {
    const plain = property.Name ?? '';
    const standard = schema.get(plain);
    const name = standard || plain.includes(':') ? plain : `custom:${plain}`;
    const numeric = property.AttributeDataType === 'Number';
    const strings = property.StringAttributeConstraints;
    const numbers = property.NumberAttributeConstraints;
    schema.set(name, {
      name,
      type: property.AttributeDataType ?? standard?.type ?? 'String',
      required: readBoolean(property.Required, false),
      // CloudFormation's default: standard attributes can change, a pool's own can't.
      mutable: readBoolean(property.Mutable, standard !== undefined),
      min: readOptionalNumber(numeric ? numbers?.MinValue : strings?.MinLength) ?? standard?.min,
      max: readOptionalNumber(numeric ? numbers?.MaxValue : strings?.MaxLength) ?? standard?.max,
    });
  }
  return schema;
}
