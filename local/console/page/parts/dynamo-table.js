import { h } from '../lib/dom.js';
import { bytes, count } from '../lib/format.js';
import { grid } from './grid.js';
import { empty, facts } from './widgets.js';

/** A DynamoDB table as `inspect` gives it: its keys and indexes, and its first items. */
export function dynamoTable({
  name,
  itemCount,
  bytes: size,
  key,
  indexes,
  items,
  timeToLiveAttribute,
  stream,
}) {
  const known = [
    ['Items', count(itemCount)],
    ['Size', bytes(size)],
    ['Key', describe(key)],
    ...indexes.map((index) => [`Index ${index.name}`, describe(index.key)]),
    ...(timeToLiveAttribute ? [['Time to live', timeToLiveAttribute]] : []),
    ...(stream ? [['Stream', stream.toLowerCase().replaceAll('_', ' ')]] : []),
  ];
  const keys = [key.hash, key.range].filter(Boolean).map((one) => one.name);
  const names = [...new Set([...keys, ...items.flatMap(Object.keys)])];
  const columns = names.map((column) => ({
    name: column,
    key: keys.includes(column) ? (column === keys[0] ? 'partition key' : 'sort key') : undefined,
    type: items.every((item) => ['number', 'undefined'].includes(typeof item[column])) ? 'number' : undefined,
  }));
  return h(
    'article',
    { class: 'block' },
    h('h2', {}, name),
    facts(known),
    items.length === 0
      ? empty('This table is empty', 'Use the app, then refresh.')
      : grid(
          `Items of ${name}`,
          columns,
          items.map((item) => names.map((column) => text(item[column]))),
        ),
    itemCount > items.length
      ? h('p', { class: 'more' }, `The first ${count(items.length)} of ${count(itemCount)} items.`)
      : null,
  );
}

function describe({ hash, range }) {
  return [hash, range]
    .filter(Boolean)
    .map((one) => one.name)
    .join(', ');
}

function text(value) {
  if (value === undefined) return '';
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
