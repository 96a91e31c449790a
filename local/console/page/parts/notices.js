import { h } from '../lib/dom.js';

const SHOWN_MS = { plain: 3000, bad: 9000 };

/** Says something at the foot of the page, for a while; screen readers hear it. */
export function notice(text, tone = 'plain') {
  const element = h('p', { class: `notice ${tone}` }, text);
  document.getElementById('notices').append(element);
  setTimeout(() => element.remove(), SHOWN_MS[tone]);
}
