/** On a phone the panel is a sheet of three heights: set by drag, by its handle button, or by keys. */

import { h } from './h.js';

/** Shares of the window's height; the least is 96 px. */
const LEAST = 96;
const HEIGHTS = [0, 0.45, 0.9];
const NAMES = ['low', 'usual', 'high'];

/** @param {HTMLElement} dock @param {() => void} changed */
export function createSheet(dock, changed) {
  const handle = h(
    'button',
    { type: 'button', class: 'handle', 'aria-label': 'Panel height' },
    h('span', { 'aria-hidden': 'true' }),
  );
  let at = 1;
  let dragged = false;

  /** @param {number} place */
  function set(place) {
    at = Math.min(HEIGHTS.length - 1, Math.max(0, place));
    dock.style.removeProperty('--sheet-now');
    dock.dataset.height = NAMES[at];
    handle.setAttribute('aria-description', NAMES[at]);
    changed();
  }

  /** @param {number} px */
  function nearest(px) {
    const heights = HEIGHTS.map((share) => Math.max(LEAST, share * window.innerHeight));
    const far = heights.map((height) => Math.abs(height - px));
    return far.indexOf(Math.min(...far));
  }

  handle.addEventListener('click', () => {
    if (!dragged) set((at + 1) % HEIGHTS.length);
    dragged = false;
  });
  handle.addEventListener('keydown', (e) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    set(at + step);
  });
  handle.addEventListener('pointerdown', (e) => {
    handle.setPointerCapture(e.pointerId);
    const start = e.clientY;
    const height = dock.getBoundingClientRect().height;
    let now = height;
    dragged = false;
    handle.onpointermove = (move) => {
      now = height + start - move.clientY;
      dragged = dragged || Math.abs(start - move.clientY) > 6;
      if (dragged) dock.style.setProperty('--sheet-now', `${Math.max(LEAST, now)}px`);
    };
    handle.onpointerup = handle.onpointercancel = () => {
      handle.onpointermove = null;
      if (dragged) set(nearest(now));
    };
  });
  dock.dataset.height = NAMES[at];
  return { handle };
}
