import { h } from './dom.js';

/**
 * Shows one tab at a time, by the page's hash: `#/requests/<id>` opens the tab `requests` with the rest of the path.
 * A tab is `{ id, title, element, show(path), hide() }`; `show` is called again when only the rest changes.
 */
export function createRouter({ tabs, nav, views }) {
  const links = new Map(tabs.map((tab) => [tab.id, h('a', { href: `#/${tab.id}` }, tab.title)]));
  nav.append(h('ul', {}, ...[...links.values()].map((link) => h('li', {}, link))));
  nav.addEventListener('keydown', moveFocus);
  for (const tab of tabs) {
    tab.element.hidden = true;
    views.append(tab.element);
  }
  let current;

  function open() {
    // The link that skips to the content is an ordinary anchor.
    if (location.hash === '#main') return;
    const [, id, ...path] = location.hash.split('/');
    const tab = tabs.find((one) => one.id === id) ?? tabs[0];
    if (current !== tab) {
      current?.hide();
      for (const one of tabs) one.element.hidden = one !== tab;
      for (const [linked, link] of links) {
        if (linked === tab.id) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
      document.title = `${tab.title} · Local cloud`;
      scrollTo(0, 0);
    }
    const again = current === tab;
    current = tab;
    tab.show(path.map(decoded), again);
  }

  function moveFocus(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const all = [...links.values()];
    const at = all.indexOf(document.activeElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length].focus();
  }

  addEventListener('hashchange', open);
  open();
}

/** Addresses are typed by hand, too: a lone `%` stands for itself. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
