import { h } from '../lib/dom.js';
import { KEPT } from '../lib/feed.js';
import { count, offset } from '../lib/format.js';
import { isDenied } from '../lib/denied.js';

/** The strip on top of every tab: how much happened, how much of it went wrong, and what time it is. */
export function createOverview(feed, container) {
  const tiles = [
    { label: 'Mails & SMS', href: '#/inbox', kind: 'message' },
    {
      label: 'Requests',
      href: '#/requests',
      kind: 'graphql',
      bad: ({ errors }) => errors.length > 0,
      word: 'failed',
    },
    {
      label: 'Function runs',
      href: '#/functions',
      kind: 'invocation',
      bad: ({ error }) => error,
      word: 'failed',
    },
    { label: 'AWS calls', href: '#/operations', kind: 'operation', bad: isDenied, word: 'denied' },
  ];
  for (const { label, href, kind, bad, word } of tiles) {
    const number = h('strong', {}, '0');
    const aside = h('span', { class: 'tile-bad' });
    container.append(tile(label, href, number, aside));
    feed.on(kind, () => {
      const all = feed.items(kind);
      number.textContent = all.length >= KEPT ? `${count(KEPT)}+` : count(all.length);
      const wrong = bad ? all.filter(bad).length : 0;
      aside.textContent = wrong > 0 ? `${count(wrong)} ${word}` : '';
    });
  }
  const now = h('strong', {}, '–');
  const ahead = h('span', { class: 'tile-ahead' });
  container.append(tile('Clock', '#/clock', now, ahead));
  const tick = () => {
    now.textContent = new Date(feed.now()).toLocaleTimeString('en-GB');
    ahead.textContent = offset(feed.offset());
  };
  feed.onClock(tick);
  setInterval(tick, 1000);
  tick();
}

function tile(label, href, number, aside) {
  return h(
    'a',
    { class: 'tile', href },
    h('span', { class: 'tile-label' }, label),
    h('span', {}, number, aside),
  );
}
