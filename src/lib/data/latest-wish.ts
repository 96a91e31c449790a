interface Wishes<Answer> {
  /** Sends what is wanted now. */
  send: (key: string, wish: boolean) => Promise<Answer>;
  /** The server agrees with the latest wish; `stands` is that wish. */
  done: (key: string, answer: Answer, stands: boolean) => void;
  /** The server refused; `stands` is what it knows. */
  failed: (key: string, stands: boolean, error: unknown) => void;
}

interface State {
  wish: boolean;
  /** What the server knows, as far as it has answered. */
  stands: boolean;
}

export interface LatestWish {
  /** @param wish what is wanted from now on; until then it was the opposite. Settles once the server answered. */
  want: (key: string, wish: boolean) => Promise<void>;
  /** What is wanted while a request is under way, undefined when none is. */
  pending: (key: string) => boolean | undefined;
}

/**
 * Turns something on and off by key. One request at a time: who changes their mind meanwhile has only the latest wish
 * sent, so that answers cannot overtake one another and the last click wins.
 */
export function createLatestWish<Answer>({ send, done, failed }: Wishes<Answer>): LatestWish {
  const running = new Map<string, State>();

  async function run(key: string, state: State): Promise<void> {
    try {
      let answer: Answer;
      do {
        const wish = state.wish;
        answer = await send(key, wish);
        state.stands = wish;
      } while (state.stands !== state.wish);
      running.delete(key);
      done(key, answer, state.stands);
    } catch (error) {
      running.delete(key);
      failed(key, state.stands, error);
    }
  }

  return {
    want(key, wish) {
      const known = running.get(key);
      if (known) {
        known.wish = wish;
        return Promise.resolve();
      }
      const state = { wish, stands: !wish };
      running.set(key, state);
      return run(key, state);
    },
    pending: (key) => running.get(key)?.wish,
  };
}
