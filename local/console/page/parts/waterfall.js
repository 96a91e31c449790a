import { h } from '../lib/dom.js';
import { duration } from '../lib/format.js';

const SHOWN_STEPS = 500;

/**
 * The steps of a request's resolvers as bars over time. A step tells how long it took but not when it began: the steps
 * of one field follow each other, and a field begins when the one that it stands in is done.
 */
export function waterfall(trace, totalMs) {
  if (trace.length === 0) {
    return h(
      'p',
      { class: 'aside' },
      'No resolver ran: the request ended before, or asked only for what needs none.',
    );
  }
  const placed = place(trace.slice(0, SHOWN_STEPS));
  const end = Math.max(totalMs, ...placed.map(({ start, durationMs }) => start + durationMs), 0.001);
  return h(
    'div',
    { class: 'waterfall' },
    h('ol', {}, ...placed.map((step, index) => bar(step, end, step.path === placed[index - 1]?.path))),
    trace.length > SHOWN_STEPS
      ? h('p', { class: 'more' }, `${trace.length - SHOWN_STEPS} more steps.`)
      : null,
  );
}

/** Gives each step its start, in the order of the trace. */
function place(trace) {
  const doneAt = new Map();
  return trace.map((step) => {
    const start = doneAt.get(step.path) ?? parentDone(doneAt, step.path);
    doneAt.set(step.path, start + step.durationMs);
    return { ...step, start };
  });
}

function parentDone(doneAt, path) {
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
    const done = doneAt.get(path.slice(0, cut));
    if (done !== undefined) return done;
  }
  return 0;
}

function bar({ path, step, dataSource, durationMs, start, error }, end, sameField) {
  const mark = h('span', { class: `bar${dataSource ? ' source' : ''}${error ? ' bad' : ''}` });
  // Set through the object model: the page's policy forbids style attributes.
  mark.style.left = `${(start / end) * 100}%`;
  mark.style.width = `${Math.max((durationMs / end) * 100, 0.4)}%`;
  return h(
    'li',
    { class: sameField ? 'same-field' : null },
    h(
      'span',
      { class: 'step' },
      sameField ? null : h('span', { class: 'step-path' }, path || 'request'),
      h('span', { class: 'step-name' }, dataSource ? `${step} · ${dataSource}` : step),
    ),
    h('span', { class: 'track', 'aria-hidden': 'true' }, mark),
    h('span', { class: 'number' }, duration(durationMs)),
    error ? h('span', { class: 'step-error' }, error) : null,
  );
}
