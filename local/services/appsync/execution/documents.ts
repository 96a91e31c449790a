import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  Kind,
  parse,
  validate,
} from 'graphql16';
import { AwsError } from '../../../core/errors.ts';
import type { ApiDefinition } from '../api.ts';
import type { AppSyncError } from './errors.ts';
import { limitErrors } from './limits.ts';
import { validationError } from './validation-errors.ts';

/** A document that was parsed and checked. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly errors: readonly AppSyncError[];
  readonly operations: readonly OperationDefinitionNode[];
}

/** Parsed and validated documents by their text, so that a repeated query costs neither. */
export interface DocumentCache {
  /** Throws MalformedHttpRequestException for text that is no GraphQL. */
  prepare(text: string): PreparedDocument;
}

const KEPT = 500;

export function createDocumentCache(schema: GraphQLSchema, api: ApiDefinition): DocumentCache {
  const kept = new Map<string, PreparedDocument>();
  return {
    prepare(text) {
      let prepared = kept.get(text);
      if (prepared) {
        // Moves to the end: the first one is the one that was not used for the longest time.
        kept.delete(text);
      } else {
        prepared = check(schema, api, text);
      }
      kept.set(text, prepared);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return prepared;
    },
  };
}

function check(schema: GraphQLSchema, api: ApiDefinition, text: string): PreparedDocument {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    throw new AwsError('MalformedHttpRequestException', 'Unable to parse GraphQL query.', { cause: error });
  }
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const found = validate(schema, document);
  const errors = found.length
    ? found.map((error) => validationError(error, document))
    : limitErrors(document, operations, api);
  return { document, errors, operations };
}

/**
 * The operation to run. Throws BadRequestException when it is not clear which, in graphql-java's words
 * (AppSync runs on it).
 */
export function chooseOperation(
  prepared: PreparedDocument,
  name: string | null | undefined,
): OperationDefinitionNode {
  const { operations } = prepared;
  if (name) {
    const found = operations.find((one) => one.name?.value === name);
    if (!found) throw new AwsError('BadRequestException', `Unknown operation named '${name}'.`);
    return found;
  }
  const [first, ...more] = operations;
  if (!first) throw new AwsError('MalformedHttpRequestException', 'Unable to parse GraphQL query.');
  if (more.length) {
    throw new AwsError(
      'BadRequestException',
      'Must provide operation name if query contains multiple operations.',
    );
  }
  return first;
}
