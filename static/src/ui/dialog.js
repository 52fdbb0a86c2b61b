/** A dialog with a title and a button that closes it; gives the focus back to where it came from. */

import { h } from './h.js';
import { icon } from './icons.js';

/**
 * @param {string} name
 * @param {Node[]} body
 */
export function openDialog(name, body) {
  const came = document.activeElement;
  const close = h(
    'button',
    { type: 'button', class: 'tool close', 'aria-label': 'Close', title: 'Close (Esc)' },
    icon('close'),
  );
  const title = h('h2', { id: 'dialog-title' }, name);
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title', class: 'dialog', tabindex: '-1' },
    h('header', { class: 'dialog-top' }, title, close),
    h('div', { class: 'dialog-body' }, body),
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (e) => {
    if (e.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (came instanceof HTMLElement && came.isConnected) came.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.focus();
  return dialog;
}
