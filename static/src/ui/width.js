/** The edge of the panel that is dragged: 300 to 560 px, remembered. */

import { h } from './h.js';
import { recall, remember } from './memory.js';

const LEAST = 300;
const MOST = 560;
const USUAL = 360;
const STEP = 20;

/** @param {HTMLElement} dock @param {() => void} changed */
export function createWidth(dock, changed) {
  const edge = h('div', {
    class: 'edge',
    role: 'separator',
    'aria-label': 'Panel width',
    'aria-orientation': 'vertical',
    'aria-valuemin': LEAST,
    'aria-valuemax': MOST,
    tabindex: '0',
  });
  let width = Number(recall('panel')) || USUAL;

  /** @param {number} px */
  function set(px) {
    width = Math.round(Math.min(MOST, Math.max(LEAST, px)));
    document.documentElement.style.setProperty('--panel', `${width}px`);
    edge.setAttribute('aria-valuenow', String(width));
  }

  /** @param {number} px */
  function keep(px) {
    set(px);
    remember('panel', String(width));
    changed();
  }

  edge.addEventListener('keydown', (e) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[e.key];
    if (!step) return;
    e.preventDefault();
    keep(width + step);
  });
  edge.addEventListener('pointerdown', (e) => {
    e.preventDefault();
    edge.setPointerCapture(e.pointerId);
    const right = dock.getBoundingClientRect().right;
    edge.onpointermove = (move) => set(right - move.clientX);
    edge.onpointerup = edge.onpointercancel = () => {
      edge.onpointermove = null;
      keep(width);
    };
  });
  set(width);
  return { edge };
}
