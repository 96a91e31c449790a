import { get } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { count } from '../lib/format.js';
import { createRefresher } from '../lib/refresher.js';
import { revealOnPhones } from '../lib/reveal.js';
import { dynamoTable } from '../parts/dynamo-table.js';
import { postgresTable } from '../parts/postgres-table.js';
import { createSqlBox } from '../parts/sql-box.js';
import { badge, empty, heading, problem } from '../parts/widgets.js';

/**
 * Tables: `#/data/dynamodb/<table>`, `#/data/postgres/<cluster>/<database>/<schema>/<table>`, and
 * `#/data/sql/<cluster>/<database>` for one's own questions.
 */
export function dataTab() {
  const choices = h('div', {});
  const content = h('div', { class: 'column-main' });
  const sqlBoxes = new Map();
  let path = [];
  let loaded;
  let drawn = 0;
  const data = createRefresher(
    async () => {
      const services = await get('services');
      const has = (id) => services.some((one) => one.id === id && one.inspectable);
      const [dynamo, databases] = await Promise.all([
        has('dynamodb') ? get('inspect/dynamodb') : { tables: [] },
        get('databases'),
      ]);
      return { tables: dynamo.tables, databases };
    },
    (found) => {
      loaded = found;
      void draw();
    },
    (error) => replace(choices, problem(error, data.now)),
  );

  async function draw() {
    if (!loaded) return;
    const { tables, databases } = loaded;
    if (tables.length === 0 && databases.length === 0) {
      replace(
        choices,
        empty(
          'No tables',
          'The backend defines none. Add a model or a database to it, and it shows up here.',
        ),
      );
      return replace(content);
    }
    replace(
      choices,
      ...databases.flatMap(databaseChoices),
      tables.length > 0 ? h('h2', { class: 'part' }, 'DynamoDB') : null,
      tables.length > 0
        ? h('ul', { class: 'choices', 'data-key': 'list:dynamodb' }, ...tables.map(dynamoChoice))
        : null,
    );
    await drawContent();
  }

  function dynamoChoice({ name, itemCount }) {
    return choice(['dynamodb', name], name, count(itemCount));
  }

  function databaseChoices({ cluster, database, paused, tables }) {
    return [
      h('h2', { class: 'part' }, `Postgres · ${database}`, paused ? badge('paused', 'warn') : null),
      h(
        'ul',
        { class: 'choices', 'data-key': `list:${cluster}/${database}` },
        choice(['sql', cluster, database], 'Ask in SQL', ''),
        ...tables.map(({ schema, name, kind, rows, estimated }) =>
          choice(
            ['postgres', cluster, database, schema, name],
            schema === 'public' ? name : `${schema}.${name}`,
            kind === 'view' ? 'view' : `${estimated ? '~' : ''}${count(rows)}`,
          ),
        ),
      ),
    ];
  }

  function choice(parts, label, facts) {
    const address = parts.map(encodeURIComponent).join('/');
    const open = path.map(encodeURIComponent).join('/') === address;
    return h(
      'li',
      {},
      h(
        'a',
        {
          href: `#/data/${address}`,
          class: 'row',
          'aria-current': open ? 'true' : null,
          'data-key': address,
        },
        h('span', { class: 'choice-name' }, label),
        h('span', { class: 'number aside' }, facts),
      ),
    );
  }

  async function drawContent() {
    drawn += 1;
    const mine = drawn;
    const [kind, ...rest] = path;
    if (kind === 'dynamodb') {
      const table = loaded.tables.find(({ name }) => name === rest[0]);
      return replace(content, table ? dynamoTable(table) : gone());
    }
    const database = loaded.databases.find((one) => one.cluster === rest[0] && one.database === rest[1]);
    if (kind === 'postgres' && database) {
      return await postgresTable(content, database, rest[2], rest[3], () => mine === drawn);
    }
    if (kind === 'sql' && database) {
      const key = `${rest[0]}/${rest[1]}`;
      if (!sqlBoxes.has(key)) sqlBoxes.set(key, createSqlBox(database));
      const box = sqlBoxes.get(key);
      return content.contains(box) ? undefined : replace(content, box);
    }
    replace(
      content,
      kind ? gone() : empty('No table is open', 'Choose one of the list to see what is in it.'),
    );
  }

  return {
    id: 'data',
    title: 'Data',
    element: h(
      'section',
      { class: 'columns', 'aria-label': 'Data' },
      h(
        'div',
        { class: 'column-list' },
        heading('Data', h('button', { type: 'button', on: { click: data.now } }, 'Refresh')),
        choices,
      ),
      content,
    ),
    show(next, again) {
      path = next;
      if (again) {
        void draw().then(() => revealOnPhones(content));
      } else void data.now();
    },
    hide: data.stop,
  };
}

function gone() {
  return empty(
    'There is no such table',
    'It may have gone with a change of the backend. Choose another one.',
  );
}
