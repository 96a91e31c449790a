import { Amplify } from 'aws-amplify';
import { confirmSignIn, signIn, signOut } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import type { Order, Reply } from './messages.ts';

// Amplify signs in only where nobody is signed in. Here nobody is: a worker has an Amplify of its own, and this one
// keeps its tokens in memory. The page's session is not touched, whatever becomes of this one.
const kept = new Map<string, string>();
const memory = {
  getItem: (key: string) => Promise.resolve(kept.get(key) ?? null),
  setItem: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
  removeItem: (key: string) => Promise.resolve(void kept.delete(key)),
  clear: () => Promise.resolve(kept.clear()),
};

async function tokenOrStep(step: string): Promise<Reply> {
  if (step === 'CONFIRM_SIGN_IN_WITH_TOTP_CODE') return { asksCode: true };
  if (step !== 'DONE') throw Object.assign(new Error(step), { name: 'UnsupportedStep' });
  const tokens = await cognitoUserPoolsTokenProvider.getTokens();
  return { token: tokens!.accessToken.toString() };
}

async function obey(order: Order): Promise<Reply> {
  switch (order.do) {
    case 'start': {
      Amplify.configure({ Auth: order.auth });
      cognitoUserPoolsTokenProvider.setKeyValueStorage(memory);
      const { nextStep } = await signIn({ username: order.username, password: order.password });
      return tokenOrStep(nextStep.signInStep);
    }
    case 'code': {
      const { nextStep } = await confirmSignIn({ challengeResponse: order.code });
      return tokenOrStep(nextStep.signInStep);
    }
    case 'end':
      await signOut();
      return { ended: true };
  }
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  void obey(data)
    .catch((error: Error): Reply => ({ error: { name: error.name, message: error.message } }))
    .then((reply) => postMessage(reply));
});
