/** What a GraphQL request answers; `data` is loosely typed, tests say what they expect of it. */
export interface GraphQLAnswer {
  data: any;
  errors?: readonly { message: string; errorType?: string; path?: readonly (string | number)[] | null }[];
}

/** A caller: somebody signed in, or a guest. Answers errors as AppSync does; throws only when there is no answer. */
export interface Caller {
  graphql(query: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer>;
  /** As `graphql`, and the value of the first field; throws for any error, naming its type. */
  ask(query: string, variables?: Record<string, unknown>): Promise<any>;
  /** The type of the first error; undefined when there is none. */
  refusal(query: string, variables?: Record<string, unknown>): Promise<string | undefined>;
}

/** @param send posts a request's body with the caller's credentials */
export function createCaller(send: (body: string) => Promise<Response>): Caller {
  async function graphql(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
    const response = await send(JSON.stringify({ query, variables }));
    return (await response.json()) as GraphQLAnswer;
  }
  return {
    graphql,
    async ask(query, variables) {
      const { data, errors } = await graphql(query, variables);
      const [error] = errors ?? [];
      if (error) throw new Error(`${error.errorType}: ${error.message}`);
      return Object.values(data as object)[0];
    },
    async refusal(query, variables) {
      const { errors } = await graphql(query, variables);
      return errors?.length ? (errors[0]!.errorType ?? 'Untyped') : undefined;
    },
  };
}
