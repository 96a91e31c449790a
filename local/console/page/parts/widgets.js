import { h } from '../lib/dom.js';
import { notice } from './notices.js';

/** What stands where there is nothing yet: what it is, and what to do to see something. */
export function empty(title, advice) {
  return h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, title), h('p', {}, advice));
}

/** A failed answer of the console's interface. */
export function problem(error, again) {
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('p', {}, h('strong', {}, error.message)),
    error.resolution ? h('p', {}, error.resolution) : null,
    again ? h('button', { type: 'button', on: { click: again } }, 'Try again') : null,
  );
}

/** A word of state. Tones: good, warn, bad, plain. */
export function badge(text, tone = 'plain') {
  return h('span', { class: `badge ${tone}` }, text);
}

/** What is known of something: pairs of a term and what it is. */
export function facts(pairs) {
  return h(
    'dl',
    { class: 'facts' },
    ...pairs.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text))),
  );
}

/** The head of a view: its name and what can be done with all of it. */
export function heading(title, ...tools) {
  return h('div', { class: 'heading' }, h('h1', {}, title), h('div', { class: 'tools' }, ...tools));
}

export function filterBox(label, onInput) {
  return h('input', {
    type: 'search',
    class: 'filter',
    placeholder: label,
    'aria-label': label,
    spellcheck: 'false',
    autocomplete: 'off',
    on: { input: (event) => onInput(event.target.value.trim().toLowerCase()) },
  });
}

export function checkbox(label, onChange) {
  const input = h('input', { type: 'checkbox', on: { change: () => onChange(input.checked) } });
  return { input, element: h('label', { class: 'check' }, input, label) };
}

export function copyButton(text, label) {
  return h(
    'button',
    {
      type: 'button',
      class: 'copy',
      'aria-label': `Copy ${label}`,
      on: {
        async click(event) {
          const button = event.currentTarget;
          try {
            await navigator.clipboard.writeText(text);
          } catch {
            return notice('The browser did not let the page copy. Mark it and copy it by hand.', 'bad');
          }
          button.textContent = 'Copied';
          notice(`Copied ${label}.`);
          setTimeout(() => (button.textContent = 'Copy'), 1600);
        },
      },
    },
    'Copy',
  );
}

/** A button that works for a while: it can't be pressed meanwhile, and what goes wrong is told. */
export function workButton(label, work, properties = {}) {
  return h(
    'button',
    {
      type: 'button',
      ...properties,
      on: {
        async click(event) {
          const button = event.currentTarget;
          if (button.getAttribute('aria-disabled') === 'true') return;
          // Not `disabled`: that would take the focus away.
          button.setAttribute('aria-disabled', 'true');
          try {
            await work();
          } catch (error) {
            notice(`${error.message} ${error.resolution ?? ''}`, 'bad');
          } finally {
            button.removeAttribute('aria-disabled');
          }
        },
      },
    },
    label,
  );
}

export function code(text) {
  return h('pre', { class: 'code', tabindex: '0' }, h('code', {}, text));
}
