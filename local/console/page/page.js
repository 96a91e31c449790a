import { h } from './lib/dom.js';
import { createFeed } from './lib/feed.js';
import { createRouter } from './lib/router.js';
import { createOverview } from './parts/overview.js';
import { clockTab } from './tabs/clock.js';
import { dataTab } from './tabs/data.js';
import { functionsTab } from './tabs/functions.js';
import { inboxTab } from './tabs/inbox.js';
import { operationsTab } from './tabs/operations.js';
import { requestsTab } from './tabs/requests.js';
import { storageTab } from './tabs/storage.js';
import { usersTab } from './tabs/users.js';

const CONNECTION = { connecting: 'Connecting…', live: 'Live', reconnecting: 'Reconnecting…' };

const feed = createFeed();
const tabs = [
  inboxTab,
  usersTab,
  requestsTab,
  dataTab,
  storageTab,
  functionsTab,
  operationsTab,
  clockTab,
].map((create) => create(feed));

document.getElementById('address').textContent = location.host;
feed.onState((state) => {
  const element = document.getElementById('connection');
  element.className = `connection ${state}`;
  element.textContent = CONNECTION[state];
});
createOverview(feed, document.getElementById('overview'));

const unseen = h('span', { class: 'unseen', hidden: true });
createRouter({ tabs, nav: document.getElementById('tabs'), views: document.getElementById('views') });
document.querySelector('a[href="#/inbox"]').append(unseen);

let known = 0;
feed.on('message', ({ added, reset }) => {
  const open = document.querySelector('a[href="#/inbox"]').getAttribute('aria-current') === 'page';
  known = reset || open ? 0 : known + added.length;
  unseen.hidden = known === 0;
  unseen.textContent = String(known);
  unseen.setAttribute('aria-label', `, ${known} new`);
});
addEventListener('hashchange', () => {
  if (!location.hash.startsWith('#/inbox')) return;
  known = 0;
  unseen.hidden = true;
});

feed.connect();
