/** The part of the map that nothing lies over, and what floats above it. */

import { byId } from './h.js';

/** @import { Rect } from '../render/camera.js' */

/** px between what floats and the free area; least free width before the legend is let over it. */
const GAP = 12;
const LEAST = 260;

/** @param {DOMRect} box @param {DOMRect} map @returns {Rect} */
function inside(box, map) {
  return { x: box.left - map.left, y: box.top - map.top, w: box.width, h: box.height };
}

/** The free rectangle, in px of the map. @returns {Rect} */
export function freeArea() {
  const map = byId('map', HTMLElement).getBoundingClientRect();
  let { left, right, top, bottom } = { left: 0, right: map.width, top: 0, bottom: map.height };
  for (const box of [boxOf('chips'), boxOf('notices')]) if (box) top = Math.max(top, box.bottom - map.top);
  const dock = boxOf('dock');
  if (dock && dock.width > 0.8 * map.width) bottom = Math.max(0.4 * map.height, dock.top - map.top);
  else if (dock) right = Math.max(LEAST, dock.left - map.left - GAP);
  const legend = boxOf('legend-body');
  if (legend && right - (legend.right - map.left) > LEAST) left = legend.right - map.left + GAP;
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** What labels keep clear of. @returns {Rect[]} */
export function floating() {
  const map = byId('map', HTMLElement).getBoundingClientRect();
  return ['legend', 'corner', 'count', 'dock', 'chips', 'notices'].flatMap((id) => {
    const box = boxOf(id);
    return box ? [inside(box, map)] : [];
  });
}

/** @param {string} id */
function boxOf(id) {
  const box = document.getElementById(id)?.getBoundingClientRect();
  return box && box.width > 0 && box.height > 0 ? box : null;
}
