import { h } from '../lib/dom.js';
import { duration } from '../lib/format.js';

/** The segments of one X-Ray trace as bars over time: the API, the functions, and what those called. */
export function traceBars(segments) {
  const rows = segments
    .toSorted((a, b) => a.start_time - b.start_time)
    .filter((segment) => !segments.some((other) => other.id === segment.parent_id))
    .flatMap((segment) => flatten(segment, segments, 0));
  if (rows.length === 0) {
    return h('p', { class: 'aside' }, 'The API is not traced: X-Ray is off in its template.');
  }
  const first = Math.min(...rows.map(({ segment }) => segment.start_time));
  const end = Math.max(...rows.map(({ segment }) => segment.end_time ?? segment.start_time)) - first || 0.001;
  return h('div', { class: 'waterfall' }, h('ol', {}, ...rows.map((row) => bar(row, first, end))));
}

/** A segment, what stands in it, and the segments that it called. */
function flatten(segment, all, depth) {
  const inside = [
    ...(segment.subsegments ?? []),
    ...all.filter((other) => other !== segment && other.parent_id === segment.id),
  ].toSorted((a, b) => a.start_time - b.start_time);
  return [{ segment, depth }, ...inside.flatMap((one) => flatten(one, all, depth + 1))];
}

function bar({ segment, depth }, first, end) {
  const seconds = (segment.end_time ?? segment.start_time) - segment.start_time;
  const bad = Boolean(segment.fault || segment.error);
  const mark = h('span', { class: `bar${depth > 0 ? ' source' : ''}${bad ? ' bad' : ''}` });
  mark.style.left = `${((segment.start_time - first) / end) * 100}%`;
  mark.style.width = `${Math.max((seconds / end) * 100, 0.4)}%`;
  const operation = segment.aws?.operation;
  return h(
    'li',
    {},
    h(
      'span',
      { class: 'step' },
      h('span', { class: 'step-path' }, `${'· '.repeat(depth)}${segment.name}`),
      operation ? h('span', { class: 'step-name' }, operation) : null,
    ),
    h('span', { class: 'track', 'aria-hidden': 'true' }, mark),
    h('span', { class: 'number' }, duration(seconds * 1000)),
  );
}
