import type { LocalCloud } from '../../local/cloud.ts';

export interface GraphqlAnswer<Data = Record<string, any>> {
  status: number;
  data?: Data | null;
  errors?: { message: string; errorType?: string; path?: unknown }[];
}

/** Where the GraphQL API answers. */
export async function graphqlUrl(cloud: LocalCloud): Promise<string> {
  const { outputs } = await cloud.outputs();
  return (outputs as unknown as { data: { url: string } }).data.url;
}

/** Posts a body as it is, for requests that no client would make. */
export async function postGraphql(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, ...((await response.json()) as object) };
}
