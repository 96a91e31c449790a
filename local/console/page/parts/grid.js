import { h } from '../lib/dom.js';

const LONGEST_CELL = 300;
const NUMERIC = /^(smallint|integer|bigint|numeric|real|double precision|oid|number)/;

/**
 * Rows and columns that may be wider than the page: a region that scrolls by itself, also by keyboard.
 * `columns` are `{ name, type?, key? }`; a row is an array of texts, or null for no value.
 */
export function grid(label, columns, rows) {
  return h(
    'div',
    { class: 'grid', tabindex: '0', role: 'region', 'aria-label': label, 'data-key': `grid:${label}` },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...columns.map(head))),
      h(
        'tbody',
        {},
        ...rows.map((row) => h('tr', {}, ...row.map((value, index) => cell(value, columns[index])))),
      ),
    ),
  );
}

function head({ name, type, key }) {
  return h(
    'th',
    { scope: 'col', class: NUMERIC.test(type ?? '') ? 'number' : null },
    name,
    key ? h('span', { class: 'column-key', title: key }, key) : null,
    type && type !== 'number' ? h('span', { class: 'column-type' }, type) : null,
  );
}

function cell(value, column) {
  if (value === null || value === undefined) return h('td', { class: 'none' }, 'null');
  const text = String(value);
  const long = text.length > LONGEST_CELL;
  return h(
    'td',
    {
      class: NUMERIC.test(column?.type ?? '') ? 'number' : null,
      title: text.length > 40 ? text.slice(0, 2000) : null,
    },
    long ? `${text.slice(0, LONGEST_CELL)}…` : text,
  );
}
