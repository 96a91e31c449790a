import { h } from '../lib/dom.js';
import { duration, fullTime, json, time } from '../lib/format.js';
import { operationName } from '../lib/operation-name.js';
import { badge, code, copyButton } from './widgets.js';
import { traceBars } from './trace.js';
import { waterfall } from './waterfall.js';

/**
 * One GraphQL request: what was asked, what went wrong, what each resolver did, and its trace.
 * @param segments the documents of X-Ray's segments that are known, of all traces
 */
export function requestDetail(request, now, segments) {
  const { traceId, errors, trace, query, variables, durationMs, authMode, requestId, at } = request;
  const noVariables = variables === null || variables === undefined || Object.keys(variables).length === 0;
  return h(
    'article',
    { class: 'block request', 'aria-label': operationName(request) },
    h('h2', {}, operationName(request), h('span', { class: 'aside' }, duration(durationMs))),
    h(
      'dl',
      { class: 'facts' },
      fact('When', h('span', { title: fullTime(at) }, time(at, now))),
      fact('Authorization', authMode),
      fact('Request id', h('span', { class: 'mono' }, requestId)),
      traceId ? fact('Trace', h('span', { class: 'mono' }, traceId)) : null,
    ),
    errors.length > 0 ? h('h3', {}, 'Errors') : null,
    ...errors.map(failure),
    h('h3', {}, 'Resolvers'),
    waterfall(trace, durationMs),
    h('h3', {}, 'Trace'),
    traceBars(segments.filter((segment) => segment.trace_id === traceId)),
    h('h3', {}, 'Query', copyButton(query, 'the query')),
    code(query),
    h('h3', {}, 'Variables', noVariables ? null : copyButton(json(variables), 'the variables')),
    noVariables ? h('p', { class: 'aside' }, 'None.') : code(json(variables)),
  );
}

function fact(term, content) {
  return h('div', {}, h('dt', {}, term), h('dd', {}, content));
}

function failure(error) {
  const path = Array.isArray(error.path) ? error.path.join('.') : '';
  return h(
    'div',
    { class: 'failure' },
    h(
      'p',
      {},
      error.errorType ? badge(error.errorType, 'bad') : null,
      path ? h('span', { class: 'mono' }, path) : null,
    ),
    h('p', {}, error.message ?? json(error)),
    h('details', {}, h('summary', {}, 'Everything it says'), code(json(error))),
  );
}
