import { KEPT } from './feed.js';
import { h } from './dom.js';
import { count } from './format.js';

/**
 * A list of the newest events, newest first. A new event adds one node at the top; nothing else is drawn again. It can
 * be held still while one reads. `render(event)` makes a node; `matches(event)` filters; `body` is what takes the nodes.
 */
export function createLiveList({ feed, kind, body, render, matches = (_event) => true, empty, noMatch }) {
  let stop;
  let held = false;
  let waiting = 0;
  const message = h('div', {});
  const hold = h(
    'button',
    { type: 'button', class: 'quiet', 'aria-pressed': 'false', on: { click: toggle } },
    'Pause',
  );

  function draw() {
    const found = [];
    const all = feed.items(kind);
    for (let index = all.length - 1; index >= 0; index -= 1)
      if (matches(all[index])) found.push(render(all[index]));
    body.replaceChildren(...found);
    explain();
  }

  function explain() {
    const shown = body.childElementCount > 0;
    const text = feed.items(kind).length === 0 ? empty : noMatch;
    message.replaceChildren(...(shown ? [] : [text]));
  }

  function update({ added, reset }) {
    if (held) {
      // After a new connection everything comes again, and what of it is new can't be said.
      waiting = reset ? 0 : waiting + added.length;
      hold.textContent = waiting > 0 ? `Continue (${count(waiting)} new)` : 'Continue';
      return;
    }
    if (reset) return draw();
    const nodes = added.filter(matches).slice(-KEPT).map(render).reverse();
    body.prepend(...nodes);
    while (body.childElementCount > KEPT) body.lastElementChild.remove();
    explain();
  }

  function toggle() {
    held = !held;
    waiting = 0;
    hold.textContent = held ? 'Continue' : 'Pause';
    hold.setAttribute('aria-pressed', String(held));
    if (!held) draw();
  }

  return {
    /** The button that holds the list still, and what is said when there is nothing to show. */
    hold,
    message,
    draw,
    show() {
      draw();
      stop = feed.on(kind, update);
    },
    hide() {
      stop?.();
      if (held) toggle();
    },
  };
}
