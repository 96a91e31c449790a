/** What the console's interface answers when something is wrong: a code, what, and what to do about it. */
export class ApiError extends Error {
  constructor({ error, message, resolution }) {
    super(message);
    this.code = error;
    this.resolution = resolution;
  }
}

/** Reads from the console's interface. Throws ApiError. */
export function get(path, parameters = {}) {
  const query = new URLSearchParams(parameters).toString();
  return ask(query ? `${path}?${query}` : path, {});
}

/** Changes something through the console's interface. Throws ApiError. */
export function post(path, body = {}) {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-console': '1' },
    body: JSON.stringify(body),
  });
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(`/console/api/${path}`, options);
  } catch {
    throw new ApiError({
      error: 'Unreachable',
      message: 'The local cloud does not answer.',
      resolution: 'Start it again; this page reconnects by itself.',
    });
  }
  const body = await response.json().catch(() => ({
    error: 'BadAnswer',
    message: `The local cloud answered ${response.status} without JSON.`,
    resolution: 'Its output in the terminal says why.',
  }));
  if (!response.ok) throw new ApiError(body);
  return body;
}
