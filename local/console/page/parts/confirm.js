import { h } from '../lib/dom.js';

/** Asks before something that can't be undone. Resolves with whether the person agreed. */
export function confirmFirst({ title, text, action }) {
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'dialog-title' },
    h('h2', { id: 'dialog-title' }, title),
    h('p', {}, text),
    h(
      'div',
      { class: 'dialog-actions' },
      h('button', { type: 'button', autofocus: true, on: { click: () => dialog.close('') } }, 'Cancel'),
      h('button', { type: 'button', class: 'danger', on: { click: () => dialog.close('yes') } }, action),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
