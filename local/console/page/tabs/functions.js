import { get, post } from '../lib/api.js';
import { h, replace } from '../lib/dom.js';
import { count, counted, duration, time } from '../lib/format.js';
import { createLiveList } from '../lib/live-list.js';
import { revealOnPhones } from '../lib/reveal.js';
import { createRefresher } from '../lib/refresher.js';
import { notice } from '../parts/notices.js';
import { badge, empty, filterBox, heading, problem, workButton } from '../parts/widgets.js';

/** Functions, their runs, what they log, and the schedules that start them. `#/functions/<name>` shows one alone. */
export function functionsTab(feed) {
  let only;
  let wanted = '';
  let functions = [];
  let stop;
  const names = h('div', {});
  const schedules = h('div', {});
  const mine = ({ functionName }) => only === undefined || functionName === only;

  const runsBody = h('tbody', {});
  const runs = createLiveList({
    feed,
    kind: 'invocation',
    body: runsBody,
    render: (run) => runRow(run, feed.now()),
    matches: mine,
    empty: empty('No function ran yet', 'Functions run when the app, a trigger or a schedule calls them.'),
    noMatch: empty('This function did not run yet', 'Choose «All functions» to see the runs of the others.'),
  });
  const logBody = h('ol', { class: 'log' });
  const log = createLiveList({
    feed,
    kind: 'functionLog',
    body: logBody,
    render: (line) => logRow(line, feed.now()),
    matches: (line) =>
      mine(line) && `${line.functionName} ${line.line} ${line.requestId}`.toLowerCase().includes(wanted),
    empty: empty(
      'Nothing was logged yet',
      'What functions print with console.log arrives here while they run.',
    ),
    noMatch: empty('No line matches', 'Shorten the filter, or choose «All functions».'),
  });
  const logFilter = filterBox('Filter the log', (text) => {
    wanted = text;
    log.draw();
  });

  const list = createRefresher(
    async () => {
      const known = new Set((await get('services')).filter((one) => one.inspectable).map(({ id }) => id));
      const of = (id) => (known.has(id) ? get(`inspect/${id}`) : []);
      const [all, rules, timed] = await Promise.all([of('lambda'), of('events'), of('scheduler')]);
      const schedule = (service) => (one) => ({ ...one, service });
      return { all, timed: [...rules.map(schedule('events')), ...timed.map(schedule('scheduler'))] };
    },
    ({ all, timed }) => {
      functions = all;
      drawFunctions();
      replace(
        schedules,
        timed.length === 0 ? noSchedules() : h('ul', { class: 'schedules' }, ...timed.map(scheduleRow)),
      );
    },
    (error) => replace(names, problem(error, list.now)),
  );

  function drawFunctions() {
    if (functions.length === 0) {
      return replace(
        names,
        empty('No functions', 'The backend defines none. Add one to it, and it shows up here.'),
      );
    }
    const all = feed.items('invocation');
    replace(
      names,
      h(
        'ul',
        { class: 'choices' },
        h('li', {}, choice(undefined, 'All functions', counted(functions.length, 'function'), all)),
        ...functions.map(({ name, runtime, timeoutSeconds, memoryMb }) => {
          const facts = `${runtime ?? 'no runtime'} · ${count(memoryMb)} MB · ${count(timeoutSeconds)} s`;
          return h(
            'li',
            {},
            choice(
              name,
              name,
              facts,
              all.filter((run) => run.functionName === name),
            ),
          );
        }),
      ),
    );
  }

  function choice(name, label, facts, all) {
    const failed = all.filter(({ error }) => error !== undefined).length;
    return h(
      'a',
      {
        href: name === undefined ? '#/functions' : `#/functions/${encodeURIComponent(name)}`,
        'aria-current': name === only ? 'true' : null,
        'data-key': `function:${name ?? ''}`,
      },
      h('span', { class: 'choice-name' }, label),
      h(
        'span',
        { class: 'choice-facts' },
        `${facts} · ${counted(all.length, 'run')}`,
        failed > 0 ? badge(`${failed} failed`, 'bad') : null,
      ),
    );
  }

  function scheduleRow({ service, name, expression, nextAt, enabled }) {
    const run = async () => {
      await post('schedules', { service, name });
      notice(`${name} was started.`);
    };
    return h(
      'li',
      {},
      h('span', { class: 'schedule-name' }, name, enabled === false ? badge('disabled', 'warn') : null),
      h(
        'span',
        { class: 'aside' },
        h('span', { class: 'mono' }, expression),
        nextAt ? ' · next ' : null,
        nextAt ? time(nextAt, feed.now()) : null,
      ),
      workButton('Run now', run, { 'data-key': `run:${service}:${name}`, 'aria-label': `Run ${name} now` }),
    );
  }

  const main = h(
    'div',
    { class: 'column-main' },
    h('div', { class: 'part-head' }, h('h2', { class: 'part' }, 'Runs'), runs.hold),
    runs.message,
    h(
      'div',
      { class: 'bounded', tabindex: '0', role: 'region', 'aria-label': 'Runs' },
      h('table', { class: 'events' }, runsBody),
    ),
    h(
      'div',
      { class: 'part-head' },
      h('h2', { class: 'part' }, 'Log'),
      h('div', { class: 'tools' }, logFilter, log.hold),
    ),
    log.message,
    h('div', { class: 'bounded', tabindex: '0', role: 'region', 'aria-label': 'Log' }, logBody),
  );

  return {
    id: 'functions',
    title: 'Functions',
    element: h(
      'section',
      { class: 'columns', 'aria-label': 'Functions' },
      h(
        'div',
        { class: 'column-list' },
        heading('Functions'),
        names,
        h('h2', { class: 'part' }, 'Schedules'),
        schedules,
      ),
      main,
    ),
    show([name], again) {
      only = name;
      if (again) {
        drawFunctions();
        runs.draw();
        log.draw();
        revealOnPhones(main);
        return;
      }
      void list.now();
      runs.show();
      log.show();
      stop = feed.on('invocation', () => list.soon());
    },
    hide() {
      stop?.();
      list.stop();
      runs.hide();
      log.hide();
    },
  };
}

function noSchedules() {
  return empty(
    'No schedules',
    'Rules and schedules of the backend show up here, with a button that runs them now.',
  );
}

function runRow({ at, functionName, durationMs, cold, error, requestId }, now) {
  return h(
    'tr',
    { class: error === undefined ? null : 'failed', title: `Request ${requestId}` },
    h('td', { class: 'when' }, time(at, now)),
    h(
      'td',
      { class: 'what' },
      h('span', {}, h('strong', {}, functionName), ' ', cold ? badge('cold start', 'warn') : null),
      error === undefined ? null : h('span', { class: 'row-error' }, error),
    ),
    h('td', { class: 'number' }, duration(durationMs)),
  );
}

function logRow({ at, functionName, stream, line, requestId }, now) {
  return h(
    'li',
    { class: stream === 'stderr' ? 'stderr' : null, title: `${functionName}, request ${requestId}` },
    h(
      'span',
      { class: 'log-head' },
      time(at, now),
      ' ',
      h('span', {}, functionName),
      stream === 'stderr' ? ' stderr' : null,
    ),
    h('span', { class: 'log-line' }, line),
  );
}
