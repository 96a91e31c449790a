/**
 * Runs `load` now and, while shown, again soon after `soon()` was called; never twice at once. What comes late, after a
 * newer load began, is dropped.
 */
export function createRefresher(load, draw, failed, delayMs = 400) {
  let round = 0;
  let timer;

  async function now() {
    clearTimeout(timer);
    timer = undefined;
    round += 1;
    const mine = round;
    try {
      const loaded = await load();
      if (mine === round) draw(loaded);
    } catch (error) {
      if (mine === round) failed(error);
    }
  }

  return {
    now,
    soon() {
      timer ??= setTimeout(now, delayMs);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      round += 1;
    },
  };
}
