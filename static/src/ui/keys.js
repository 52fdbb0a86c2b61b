/** Single letters that act anywhere but in a field, and Escape. They can be switched off in Help. */

import { recall, remember } from './memory.js';

/** @typedef {Record<string, () => void>} Actions  by key as the browser names it, letters small; "shift+n" with Shift */

export function lettersOn() {
  return recall('letters') !== 'off';
}

/** @param {boolean} on */
export function setLetters(on) {
  remember('letters', on ? 'on' : 'off');
}

/**
 * @param {Actions} letters
 * @param {() => void} back
 * @param {(back: boolean) => void} undo true for Ctrl+Z, false for Ctrl+Shift+Z; in a field they are the field's
 */
export function listenToKeys(letters, back, undo) {
  document.addEventListener('keydown', (e) => {
    if (isUndo(e)) {
      e.preventDefault();
      return undo(!e.shiftKey);
    }
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    if (e.key === 'Escape') return back();
    if (inField(e.target) || !lettersOn()) return;
    const act = letters[nameOf(e)];
    if (!act) return;
    e.preventDefault();
    act();
  });
}

/** @param {KeyboardEvent} e */
function isUndo(e) {
  return (e.ctrlKey || e.metaKey) && !e.altKey && e.key.toLowerCase() === 'z' && !inField(e.target);
}

/** @param {KeyboardEvent} e */
function nameOf({ key, shiftKey }) {
  const letter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  return letter && shiftKey ? `shift+${key.toLowerCase()}` : key.toLowerCase();
}

/** @param {EventTarget | null} target */
function inField(target) {
  if (!(target instanceof HTMLElement)) return false;
  const toggle = target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type);
  return !toggle && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}
