import { get } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { count } from '../lib/format.js';
import { grid } from './grid.js';
import { empty, problem } from './widgets.js';

/** Loads the first rows of a table and shows them in `content`, unless `isWanted` says that something else was opened. */
export async function postgresTable(content, { arn, cluster, database }, schema, table, isWanted) {
  const name = schema === 'public' ? table : `${schema}.${table}`;
  const title = h('h2', {}, name, h('span', { class: 'aside' }, `${database} on ${cluster}`));
  try {
    const result = await get('rows', { cluster: arn, database, schema, table });
    if (!isWanted()) return;
    const rows =
      result.rows.length === 0
        ? empty('This table is empty', 'Use the app, then refresh.')
        : grid(`Rows of ${name}`, result.columns, result.rows);
    const more = result.truncated
      ? h('p', { class: 'more' }, `The first ${count(result.rows.length)} rows.`)
      : null;
    replace(content, h('article', { class: 'block' }, title, rows, more));
  } catch (error) {
    if (isWanted()) replace(content, h('article', { class: 'block' }, title, problem(error)));
  }
}
