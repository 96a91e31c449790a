import { isDenied } from '../lib/denied.js';
import { h } from '../lib/dom.js';
import { duration, time } from '../lib/format.js';
import { createLiveList } from '../lib/live-list.js';
import { badge, checkbox, empty, filterBox, heading } from '../parts/widgets.js';

/** Every call of an AWS operation, by the app, by functions and by the services themselves. */
export function operationsTab(feed) {
  let wanted = '';
  const only = { denied: false, failed: false };
  const body = h('tbody', {});
  const list = createLiveList({
    feed,
    kind: 'operation',
    body,
    render: (operation) => row(operation, feed.now()),
    matches: (one) =>
      (!only.denied || isDenied(one)) &&
      (!only.failed || one.error !== undefined) &&
      `${one.service} ${one.operation} ${one.principal} ${one.error ?? ''}`.toLowerCase().includes(wanted),
    empty: empty('No call yet', 'Use the app: each call of an AWS service shows up here, with who made it.'),
    noMatch: empty('No call matches', 'Take the filters away to see the others.'),
  });
  const filter = filterBox('Filter by service, operation or principal', (text) => {
    wanted = text;
    list.draw();
  });
  const limit = (label, name) =>
    checkbox(label, (checked) => {
      only[name] = checked;
      list.draw();
    }).element;
  const head = Object.entries({ Time: 'when', Operation: 'what', Principal: 'who', Duration: 'number' }).map(
    ([name, kind]) => h('th', { scope: 'col', class: kind }, name),
  );
  return {
    id: 'operations',
    title: 'Operations',
    element: h(
      'section',
      { 'aria-label': 'Operations' },
      heading(
        'Operations',
        filter,
        limit('Denied only', 'denied'),
        limit('Failed only', 'failed'),
        list.hold,
      ),
      list.message,
      h('table', { class: 'events' }, h('thead', {}, h('tr', {}, ...head)), body),
    ),
    show: (_path, again) => again || list.show(),
    hide: list.hide,
  };
}

function row(one, now) {
  const { service, operation, principal, durationMs, error, at } = one;
  return h(
    'tr',
    { class: error === undefined ? null : 'failed' },
    h('td', { class: 'when' }, time(at, now)),
    h(
      'td',
      { class: 'what' },
      h('span', {}, h('span', { class: 'service' }, service), ' ', h('strong', {}, operation)),
      error === undefined
        ? null
        : h('span', { class: 'row-error' }, isDenied(one) ? badge('denied', 'bad') : null, error),
    ),
    h('td', { class: 'who', title: principal }, shortPrincipal(principal)),
    h('td', { class: 'number' }, duration(durationMs)),
  );
}

/** The role of an assumed role, the user of a user's ARN; services and the rest as they are. */
function shortPrincipal(principal) {
  const [, kind, ...rest] = principal.match(/^arn:aws:[a-z]+::\d+:(assumed-role|user|role)\/([^/]+)/) ?? [];
  return kind ? rest[0] : principal;
}
