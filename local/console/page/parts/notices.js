import { h } from '../lib/dom.js';

const SHOWN_MS = { plain: 3000, bad: 9000 };
const MOST_AT_ONCE = 3;

/** Says something at the foot of the page, for a while; screen readers hear it. */
export function notice(text, tone = 'plain') {
  const element = h('p', { class: `notice ${tone}` }, text);
  const notices = document.getElementById('notices');
  notices.append(element);
  while (notices.childElementCount > MOST_AT_ONCE) notices.firstElementChild.remove();
  setTimeout(() => element.remove(), SHOWN_MS[tone]);
}
