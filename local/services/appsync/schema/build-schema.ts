import { type DocumentNode, type GraphQLSchema, Kind, buildASTSchema, parse } from 'graphql16';
import { LocalCloudError } from '../../../core/errors.ts';
import { AWS_SCALARS } from './aws-scalars.ts';
import { PRELUDE } from './prelude.ts';

const prelude = parse(PRELUDE, { noLocation: true });

/**
 * Builds a schema from an API's SDL, with AppSync's scalars and directives.
 * Throws LocalCloudError with the parser's or validator's words.
 */
export function buildSchema(sdl: string): { schema: GraphQLSchema; document: DocumentNode } {
  try {
    const document = parse(sdl);
    const schema = buildASTSchema(withPrelude(document), { assumeValidSDL: false });
    for (const [name, scalar] of AWS_SCALARS) {
      const target = schema.getType(name);
      // The type map holds the schema's own instances; they take over AppSync's behaviour.
      if (target && 'parseLiteral' in target) {
        target.serialize = scalar.serialize;
        target.parseValue = scalar.parseValue;
        target.parseLiteral = scalar.parseLiteral;
      }
    }
    return { schema, document };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new LocalCloudError(
      'SchemaCreationFailed',
      `Schema Creation Status is FAILED with details: ${message}`,
      'Correct the GraphQL schema of the API.',
      error,
    );
  }
}

/** An SDL may declare what the prelude does; its own declaration wins. */
function withPrelude(document: DocumentNode): DocumentNode {
  const declared = new Set(
    document.definitions.flatMap((one) =>
      'name' in one && one.name ? [`${one.kind}:${one.name.value}`] : [],
    ),
  );
  const added = prelude.definitions.filter(
    (one) => !('name' in one && one.name && declared.has(`${one.kind}:${one.name.value}`)),
  );
  return { kind: Kind.DOCUMENT, definitions: [...added, ...document.definitions] };
}
