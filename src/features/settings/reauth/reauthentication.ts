import { Amplify } from 'aws-amplify';
import { AppError } from '../../../lib/errors/app-error.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import type { Order, Reply } from './messages.ts';

/** A second sign-in of whoever is signed in, beside their session: to be sure that it is them. */
export interface Reauthentication {
  /** True when the password is right and the code of the app is asked for too. Throws AppError. */
  asksCode(username: string, password: string): Promise<boolean>;
  /** The code of the app. Throws AppError. */
  giveCode(code: string): Promise<void>;
  /** The access token of the new sign-in, for operations that want a fresh one. Only after the steps above. */
  token(): string;
  /** Signs it out again, whatever came of it. */
  end(): void;
}

/** Begins one. `end` it in any case. */
export function reauthentication(): Reauthentication {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let token: string | undefined;

  async function ask(order: Order): Promise<Reply> {
    const reply = await new Promise<Reply>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
      worker.onerror = () => reject(new AppError('Network', 'The code of the sign-in did not load.'));
      worker.postMessage(order);
    });
    if ('error' in reply) throw toAppError(Object.assign(new Error(), reply.error));
    if ('token' in reply) token = reply.token;
    return reply;
  }

  return {
    async asksCode(username, password) {
      const { userPoolId, userPoolClientId, userPoolEndpoint } = Amplify.getConfig().Auth!.Cognito as Pool;
      // Without the identity pool: this sign-in needs no AWS credentials.
      const auth = { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } };
      return 'asksCode' in (await ask({ do: 'start', auth, username, password }));
    },
    async giveCode(code) {
      await ask({ do: 'code', code });
    },
    token() {
      if (!token) throw new Error('The sign-in is not finished.');
      return token;
    },
    end() {
      // Its tokens are only in the worker's memory and end with it. When Cognito was not told, they expire by themselves:
      // nothing that the person could do about it.
      void ask({ do: 'end' })
        .catch(() => undefined)
        .finally(() => worker.terminate());
    },
  };
}

interface Pool {
  userPoolId: string;
  userPoolClientId: string;
  userPoolEndpoint?: string;
}

/** Whether this is the password of whoever is signed in. Throws AppError when it is not. */
export async function provePassword(username: string, password: string): Promise<void> {
  const attempt = reauthentication();
  try {
    await attempt.asksCode(username, password);
  } finally {
    attempt.end();
  }
}
