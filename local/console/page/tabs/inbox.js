import { h } from '../lib/dom.js';
import { time } from '../lib/format.js';
import { createLiveList } from '../lib/live-list.js';
import { readable } from '../lib/readable.js';
import { notice } from '../parts/notices.js';
import { badge, copyButton, empty, filterBox, heading } from '../parts/widgets.js';

/** Every mail and SMS that would have left for the world. */
export function inboxTab(feed) {
  let wanted = '';
  const body = h('ol', { class: 'mails' });
  const list = createLiveList({
    feed,
    kind: 'message',
    body,
    render: (message) => mail(message, feed.now()),
    matches: ({ to, subject, body: text }) => `${to} ${subject} ${text}`.toLowerCase().includes(wanted),
    empty: empty(
      'No mail yet',
      'Sign up in the app, or ask for a new password: the code arrives here at once, and nothing leaves this machine.',
    ),
    noMatch: empty('No mail matches', 'Shorten the filter to see the others.'),
  });
  const filter = filterBox('Filter by address or text', (text) => {
    wanted = text;
    list.draw();
  });
  feed.on('message', ({ added, reset }) => {
    if (!reset && added.length > 0) notice(`New ${word(added.at(-1))} to ${added.at(-1).to}.`);
  });
  return {
    id: 'inbox',
    title: 'Inbox',
    element: h('section', { 'aria-label': 'Inbox' }, heading('Inbox', filter, list.hold), list.message, body),
    show: (_path, again) => again || list.show(),
    hide: list.hide,
  };
}

function word({ channel }) {
  return channel === 'sms' ? 'SMS' : 'mail';
}

function mail(message, now) {
  const { text, links } = readable(message.body);
  return h(
    'li',
    { class: 'mail' },
    h(
      'div',
      { class: 'mail-head' },
      h(
        'p',
        { class: 'mail-to' },
        badge(word(message), message.channel === 'sms' ? 'warn' : 'plain'),
        message.to,
      ),
      h('p', { class: 'mail-time' }, time(message.at, now)),
    ),
    message.subject ? h('h2', {}, message.subject) : null,
    message.code
      ? h(
          'p',
          { class: 'mail-code' },
          h('output', { 'aria-label': `Code ${[...message.code].join(' ')}` }, message.code),
          copyButton(message.code, `the code ${message.code}`),
        )
      : null,
    h('p', { class: 'mail-body' }, text),
    links.length === 0
      ? null
      : h(
          'p',
          { class: 'mail-links' },
          ...links.map((href) =>
            h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, `Open ${href}`),
          ),
        ),
  );
}
