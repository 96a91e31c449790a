import { get } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { KEPT } from '../lib/feed.js';
import { bytes, count, counted, time } from '../lib/format.js';
import { createRefresher } from '../lib/refresher.js';
import { grid } from '../parts/grid.js';
import { empty, filterBox, heading, problem } from '../parts/widgets.js';

/** Buckets and what is in them. */
export function storageTab(feed) {
  const body = h('div', {});
  let buckets = [];
  let wanted = '';
  const storage = createRefresher(
    async () => {
      const services = await get('services');
      return services.some(({ id, inspectable }) => id === 's3' && inspectable)
        ? await get('inspect/s3')
        : undefined;
    },
    (found) => {
      buckets = bucketsOf(found);
      draw();
    },
    (error) => replace(body, problem(error, storage.now)),
  );
  const filter = filterBox('Filter by key', (text) => {
    wanted = text;
    draw();
  });
  const refresh = h('button', { type: 'button', on: { click: storage.now } }, 'Refresh');

  function draw() {
    if (buckets.length === 0) {
      return replace(
        body,
        empty('No buckets', 'The backend defines none. Add storage to it, and it shows up here.'),
      );
    }
    replace(body, ...buckets.map(bucket));
  }

  function bucket({ name, objects }) {
    const matching = objects.filter(({ key }) => key.toLowerCase().includes(wanted));
    const size = objects.reduce((sum, object) => sum + (object.size ?? 0), 0);
    return h(
      'article',
      { class: 'block' },
      h(
        'h2',
        {},
        name,
        h('span', { class: 'aside' }, `${counted(objects.length, 'object')} · ${bytes(size)}`),
      ),
      matching.length === 0
        ? objects.length === 0
          ? empty('This bucket is empty', 'Upload something in the app, then refresh.')
          : empty('No object matches', 'Shorten the filter to see the others.')
        : grid(
            `Objects of ${name}`,
            [{ name: 'key' }, { name: 'size', type: 'number' }, { name: 'type' }, { name: 'modified' }],
            matching
              .slice(0, KEPT)
              .map((object) => [
                object.key,
                bytes(object.size ?? 0),
                object.contentType,
                object.lastModified === undefined ? null : time(object.lastModified, feed.now()).textContent,
              ]),
          ),
      matching.length > KEPT
        ? h('p', { class: 'more' }, `${count(matching.length - KEPT)} more: filter to see them.`)
        : null,
    );
  }

  return {
    id: 'storage',
    title: 'Storage',
    element: h('section', { 'aria-label': 'Storage' }, heading('Storage', filter, refresh), body),
    show(_path, again) {
      if (!again) void storage.now();
    },
    hide: storage.stop,
  };
}

/** A list of buckets, or an object that holds it. */
function bucketsOf(found) {
  const list = Array.isArray(found) ? found : (found?.buckets ?? []);
  return list.map(({ name, objects = [] }) => ({ name, objects }));
}
