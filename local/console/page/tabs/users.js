import { get, post } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { KEPT } from '../lib/feed.js';
import { count, time } from '../lib/format.js';
import { createRefresher } from '../lib/refresher.js';
import { confirmFirst } from '../parts/confirm.js';
import { notice } from '../parts/notices.js';
import { badge, empty, facts, filterBox, heading, problem, workButton } from '../parts/widgets.js';

const ONLY_READS = /^(Admin)?(Get|List|Describe)/;

/** The users of every user pool, and what an administrator can do to them. */
export function usersTab(feed) {
  const body = h('div', {});
  const opened = new Set();
  let wanted = '';
  let pools = [];
  let stop;
  const refresher = createRefresher(
    () => get('inspect/cognito-idp'),
    (loaded) => {
      pools = loaded.pools;
      draw();
    },
    (error) => replace(body, problem(error, refresher.now)),
  );
  const filter = filterBox('Filter by name, address or group', (text) => {
    wanted = text;
    draw();
  });

  function draw() {
    if (pools.length === 0) {
      replace(body, empty('No user pool', 'The backend defines none. Add auth to it, and it shows up here.'));
    } else replace(body, ...pools.map(pool));
  }

  function pool({ id, name, users, groups, clients, triggers, mfa }) {
    const all = users.toSorted((one, other) => other.created - one.created);
    const matching = all.filter((user) => JSON.stringify(user).toLowerCase().includes(wanted));
    const known = [
      ['Users', count(all.length)],
      ['Groups', groups.join(', ') || 'none'],
      ['Clients', clients.map((client) => client.name).join(', ') || 'none'],
      ['Triggers', Object.keys(triggers).join(', ') || 'none'],
      ['MFA', mfa.toLowerCase()],
    ];
    return h(
      'article',
      { class: 'block' },
      h('h2', {}, name, h('span', { class: 'aside mono' }, id)),
      facts(known),
      matching.length === 0
        ? all.length === 0
          ? empty('Nobody signed up yet', 'Sign up in the app; the code to confirm it arrives in the inbox.')
          : empty('Nobody matches', 'Shorten the filter to see the others.')
        : h('ul', { class: 'users' }, ...matching.slice(0, KEPT).map((user) => row(id, user))),
      matching.length > KEPT
        ? h('p', { class: 'more' }, `${count(matching.length - KEPT)} more: filter to see them.`)
        : null,
    );
  }

  function row(poolId, user) {
    const { username, attributes, status, enabled, groups, mfa, created } = user;
    const key = `${poolId}/${username}`;
    const name = attributes.name ?? attributes.preferred_username ?? attributes.email ?? username;
    const details = h(
      'details',
      { open: opened.has(key), on: { toggle: (event) => opened[event.target.open ? 'add' : 'delete'](key) } },
      h('summary', { 'data-key': `open:${key}` }, 'Attributes'),
      h(
        'dl',
        { class: 'attributes' },
        ...Object.entries({ username, ...attributes }).map(([term, text]) =>
          h('div', {}, h('dt', {}, term), h('dd', {}, String(text))),
        ),
      ),
    );
    return h(
      'li',
      { class: 'user' },
      h(
        'div',
        { class: 'user-who' },
        h('h3', {}, name),
        h('p', { class: 'aside' }, attributes.email ?? attributes.phone_number ?? username),
      ),
      h(
        'p',
        { class: 'user-state' },
        badge(status.toLowerCase().replaceAll('_', ' '), status === 'CONFIRMED' ? 'good' : 'warn'),
        enabled ? null : badge('disabled', 'bad'),
        ...mfa.map((method) => badge(String(method).toLowerCase().replaceAll('_', ' '))),
        ...groups.map((group) => badge(group)),
      ),
      h('p', { class: 'user-since' }, 'Created ', time(created, feed.now())),
      h('div', { class: 'actions' }, ...actions(poolId, user, name)),
      details,
    );
  }

  function actions(poolId, { username, status, enabled }, name) {
    const act = (action, said) => async () => {
      await post(`users/${action}`, { userPoolId: poolId, username });
      notice(`${name}: ${said}.`);
      await refresher.now();
    };
    const button = (label, action, said, extra) =>
      workButton(label, act(action, said), {
        'data-key': `${action === 'enable' || action === 'disable' ? 'switch' : action}:${username}`,
        'data-next': `switch:${username}`,
        'aria-label': `${label} ${name}`,
        ...extra,
      });
    const remove = async () => {
      const agreed = await confirmFirst({
        title: `Delete ${name}?`,
        text: 'The account goes for good. What the app keeps about this user elsewhere stays.',
        action: 'Delete',
      });
      if (agreed) await act('delete', 'deleted')();
    };
    return [
      status === 'UNCONFIRMED' ? button('Confirm', 'confirm', 'confirmed') : null,
      enabled ? button('Disable', 'disable', 'disabled') : button('Enable', 'enable', 'enabled'),
      button('Sign out', 'sign-out', 'signed out everywhere'),
      workButton('Delete', remove, {
        class: 'danger-quiet',
        'data-key': `delete:${username}`,
        'aria-label': `Delete ${name}`,
      }),
    ];
  }

  return {
    id: 'users',
    title: 'Users',
    element: h('section', { 'aria-label': 'Users' }, heading('Users', filter), body),
    show(_path, again) {
      if (again) return;
      void refresher.now();
      stop = feed.on('operation', ({ added }) => {
        const changed = added.some(
          ({ service, operation }) => service === 'cognito-idp' && !ONLY_READS.test(operation),
        );
        if (changed) refresher.soon();
      });
    },
    hide() {
      stop?.();
      refresher.stop();
    },
  };
}
