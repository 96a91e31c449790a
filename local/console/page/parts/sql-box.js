import { post } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { count, duration } from '../lib/format.js';
import { grid } from './grid.js';
import { empty, problem } from './widgets.js';

/** A box for one statement that only reads, and its result. It keeps what was typed while the page is open. */
export function createSqlBox({ arn, cluster, database }) {
  const result = h('div', { class: 'sql-result', role: 'status' });
  const input = h('textarea', {
    id: `sql-${cluster}-${database}`,
    rows: '5',
    spellcheck: 'false',
    autocapitalize: 'off',
    placeholder: 'select …',
    on: {
      keydown(event) {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void run();
      },
    },
  });
  const button = h('button', { type: 'button', class: 'primary', on: { click: () => void run() } }, 'Run');

  async function run() {
    if (button.disabled) return;
    if (input.value.trim() === '') {
      return replace(result, empty('Nothing to run', 'Type a statement, for example: select now();'));
    }
    button.disabled = true;
    const started = performance.now();
    try {
      const { columns, rows, truncated } = await post('sql', {
        cluster: arn,
        database,
        statement: input.value,
      });
      const took = duration(performance.now() - started);
      const said = `${truncated ? 'The first ' : ''}${count(rows.length)} ${rows.length === 1 ? 'row' : 'rows'} in ${took}`;
      replace(
        result,
        h('p', { class: 'aside' }, said),
        rows.length > 0 ? grid('Result', columns, rows) : null,
      );
    } catch (error) {
      replace(result, problem(error));
    } finally {
      button.disabled = false;
    }
  }

  return h(
    'article',
    { class: 'block' },
    h('h2', {}, 'Ask in SQL', h('span', { class: 'aside' }, `${database} on ${cluster}`)),
    h(
      'label',
      { for: input.id, class: 'aside' },
      'One statement that reads. It runs in a transaction that changes nothing.',
    ),
    input,
    h('p', { class: 'sql-run' }, button, h('span', { class: 'aside' }, 'Ctrl or ⌘ and Enter')),
    result,
  );
}
