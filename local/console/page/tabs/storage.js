import { get } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { bytes, count, time } from '../lib/format.js';
import { createRefresher } from '../lib/refresher.js';
import { grid } from '../parts/grid.js';
import { empty, facts, filterBox, heading, problem } from '../parts/widgets.js';

const COLUMNS = [{ name: 'key' }, { name: 'size', type: 'number' }, { name: 'type' }, { name: 'modified' }];

/** Buckets and their newest objects. */
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
      // What the app uses comes before what deployment tools leave empty.
      buckets = found.toSorted((one, other) => other.objects - one.objects);
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

  function bucket({ name, objects, bytes: size, newest, versioning, uploads }) {
    const matching = newest.filter(({ key }) => key.toLowerCase().includes(wanted));
    const known = [
      ['Objects', count(objects)],
      ['Size', bytes(size)],
      ['Versioning', versioning.toLowerCase()],
      ['Unfinished uploads', count(uploads)],
    ];
    return h(
      'article',
      { class: 'block' },
      h('h2', {}, name),
      facts(known),
      matching.length > 0
        ? grid(`Newest objects of ${name}`, COLUMNS, matching.map(row))
        : newest.length === 0
          ? empty('This bucket is empty', 'Upload something in the app, then refresh.')
          : empty('No object matches', 'Shorten the filter to see the others.'),
      objects > newest.length
        ? h('p', { class: 'more' }, `The newest ${count(newest.length)} of ${count(objects)} objects.`)
        : null,
    );
  }

  function row({ key, size, contentType, modifiedAt }) {
    return [key, bytes(size), contentType, time(modifiedAt, feed.now()).textContent];
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
