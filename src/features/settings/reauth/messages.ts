import type { ResourcesConfig } from 'aws-amplify';

/** What the page asks of the worker. */
export type Order =
  | { do: 'start'; auth: ResourcesConfig['Auth']; username: string; password: string }
  | { do: 'code'; code: string }
  | { do: 'end' };

/** What it answers, one to each order. */
export type Reply =
  /** The access token of a sign-in that has just happened. */
  { token: string } | { asksCode: true } | { ended: true } | { error: { name: string; message: string } };
