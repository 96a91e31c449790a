/** Pauses between attempts that can be cut short, for example when the network is back. */
export interface Pauses {
  /** Resolves after so many milliseconds, or when somebody wakes it. */
  pause(milliseconds: number): Promise<void>;
  /** Ends all pauses of this moment. */
  wake(): void;
}

type Wait = (milliseconds: number) => Promise<void>;

const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function createPauses(wait: Wait = sleep): Pauses {
  const sleepers = new Set<() => void>();
  return {
    async pause(milliseconds) {
      let wakeUp = (): void => undefined;
      const woken = new Promise<void>((resolve) => {
        wakeUp = resolve;
        sleepers.add(resolve);
      });
      await Promise.race([wait(milliseconds), woken]);
      sleepers.delete(wakeUp);
    },
    wake() {
      const all = [...sleepers];
      sleepers.clear();
      for (const wakeUp of all) wakeUp();
    },
  };
}
