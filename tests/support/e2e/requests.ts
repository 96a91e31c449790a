import type { Page } from 'playwright-core';

interface Asked {
  query: string;
  variables: Record<string, unknown>;
}

/** Answers what a GraphQL request asks, when it asks for a field. */
function askedFor(body: string | null, field: string): Asked | undefined {
  const asked = body ? (JSON.parse(body) as Asked) : undefined;
  return asked?.query.includes(field) ? asked : undefined;
}

/**
 * From now on a page's requests for a field wait until they are released.
 * @param change what the server is asked instead
 */
export async function held(
  page: Page,
  field: string,
  change: (asked: Asked) => Asked = (asked) => asked,
): Promise<{ release: () => void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    const asked = askedFor(route.request().postData(), field);
    if (asked) await promise;
    await route.continue(asked && { postData: JSON.stringify(change(asked)) });
  });
  return { release: resolve };
}

/** Asks as the person who is signed in on a page, without the page. */
export async function asker(
  page: Page,
): Promise<(query: string, variables?: Record<string, unknown>) => Promise<any>> {
  const heard = page.waitForRequest(
    (request) => request.url().endsWith('/graphql') && Boolean(request.headers()['authorization']),
  );
  await page.reload();
  const request = await heard;
  const { authorization } = request.headers();
  return async (query, variables = {}) => {
    const response = await fetch(request.url(), {
      method: 'POST',
      headers: { authorization: authorization!, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: object; errors?: { message: string }[] };
    if (errors) throw new Error(errors[0]!.message);
    return Object.values(data)[0];
  };
}
