// What `@aws-amplify/api-graphql` uses of the package `graphql`, in the browser alone (an alias in vite.config.ts): to
// know a document's operation, and to send the document as it came. The real parser and printer weigh as much as the
// rest of the real-time client; the API validates documents, and so do the tests.

interface Document {
  definitions: readonly [{ kind: 'OperationDefinition'; operation: string }];
  source: string;
}

/** Throws when the text does not start with an operation, which all documents of the app do. */
export function parse(source: string): Document {
  const operation = /^\s*(query|mutation|subscription)\b/.exec(source)?.[1];
  if (!operation) throw new SyntaxError('A document starts with query, mutation or subscription.');
  return { definitions: [{ kind: 'OperationDefinition', operation }], source };
}

export function print(document: Document): string {
  return document.source;
}

/** Amplify wraps what it could not send in one, and gives the reason as the sixth argument. */
export class GraphQLError extends Error {
  readonly originalError: unknown;

  constructor(message: string, ...rest: unknown[]) {
    super(message);
    this.originalError = rest[4];
  }
}
