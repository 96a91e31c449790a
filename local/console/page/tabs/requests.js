import { h, replace } from '../lib/dom.js';
import { duration, time } from '../lib/format.js';
import { createLiveList } from '../lib/live-list.js';
import { operationName } from '../lib/operation-name.js';
import { badge, checkbox, empty, filterBox, heading } from '../parts/widgets.js';
import { requestDetail } from '../parts/request-detail.js';

/** GraphQL requests: the list, and beside it the one that is open (`#/requests/<requestId>`). */
export function requestsTab(feed) {
  let wanted = '';
  let failedOnly = false;
  let open;
  const rows = new Map();
  const detail = h('div', { class: 'detail' });
  const body = h('ol', { class: 'requests' });
  const list = createLiveList({
    feed,
    kind: 'graphql',
    body,
    render: (request) => row(request),
    matches: (request) =>
      (!failedOnly || request.errors.length > 0) &&
      `${operationName(request)} ${request.authMode} ${request.query}`.toLowerCase().includes(wanted),
    empty: empty(
      'No request yet',
      'Open the app: every GraphQL request shows up here with what each resolver did.',
    ),
    noMatch: empty('No request matches', 'Shorten the filter to see the others.'),
  });
  const filter = filterBox('Filter by operation or query', (text) => {
    wanted = text;
    list.draw();
  });
  const failed = checkbox('Failed only', (checked) => {
    failedOnly = checked;
    list.draw();
  });

  const segments = () => feed.items('segment').map(({ document }) => document);

  function row(request) {
    const { requestId, authMode, errors, durationMs, at } = request;
    const link = h(
      'a',
      {
        href: `#/requests/${encodeURIComponent(requestId)}`,
        'aria-current': requestId === open ? 'true' : null,
      },
      h('span', { class: 'request-name' }, operationName(request)),
      h('span', { class: 'request-facts' }, time(at, feed.now()), h('span', {}, shortMode(authMode))),
      h(
        'span',
        { class: 'request-end' },
        errors.length > 0 ? badge(errors.length === 1 ? '1 error' : `${errors.length} errors`, 'bad') : null,
        h('span', { class: 'number' }, duration(durationMs)),
      ),
    );
    rows.set(requestId, new WeakRef(link));
    return h('li', {}, link);
  }

  function openRequest(requestId) {
    rows.get(open)?.deref()?.removeAttribute('aria-current');
    open = requestId;
    rows.get(open)?.deref()?.setAttribute('aria-current', 'true');
    element.classList.toggle('with-detail', requestId !== undefined);
    if (requestId === undefined) {
      replace(
        detail,
        empty('No request is open', 'Choose one of the list to see its query, its errors and its resolvers.'),
      );
      return;
    }
    const request = feed.items('graphql').findLast((one) => one.requestId === requestId);
    const back = h('a', { class: 'back', href: '#/requests' }, '‹ All requests');
    const gone = empty(
      'This request is gone',
      'The local cloud keeps the last 500, until it is started again.',
    );
    replace(detail, back, request ? requestDetail(request, feed.now(), segments()) : gone);
  }

  const element = h(
    'section',
    { class: 'split', 'aria-label': 'Requests' },
    h('div', { class: 'list' }, heading('Requests', filter, failed.element, list.hold), list.message, body),
    detail,
  );
  feed.on('graphql', ({ reset, added }) => {
    if (reset) for (const [id, link] of rows) if (!link.deref()) rows.delete(id);
    // A page opened at a request's address gets its events a moment later.
    if (!element.hidden && added.some(({ requestId }) => requestId === open)) openRequest(open);
  });
  // Functions tell of themselves a moment after the request has ended.
  feed.on('segment', ({ added }) => {
    const traceId = feed.items('graphql').findLast((one) => one.requestId === open)?.traceId;
    if (!element.hidden && added.some(({ document }) => document.trace_id === traceId)) openRequest(open);
  });
  return {
    id: 'requests',
    title: 'Requests',
    element,
    show([requestId], again) {
      if (!again) list.show();
      openRequest(requestId);
    },
    hide: list.hide,
  };
}

function shortMode(mode) {
  return mode.replace('AMAZON_COGNITO_', '').replace('AWS_', '').replaceAll('_', ' ').toLowerCase();
}
