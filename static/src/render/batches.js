/** In which order a scene is drawn, and which links share one look. Pure. */

import { LINK } from '../settings.js';

/** @import { Scene } from './scene.js' */

/** Steps that alpha and width of links come in, so that one path serves many. */
const ALPHA_STEP = 8;
const WIDTH_STEP = 0.25;

/** @param {number} alpha over 0 to 255 */
export function alphaStep(alpha) {
  return Math.min(255, Math.max(1, Math.round(alpha / ALPHA_STEP)) * ALPHA_STEP);
}

/** @param {number} width px */
export function widthStep(width) {
  return Math.round(width / WIDTH_STEP) * WIDTH_STEP;
}

/** @typedef {{ color: string, alpha: number, width: number, front: boolean, links: number[] }} Batch  links are places in scene.drawn */

/** Links of one look together, in the order in which each look first comes. @param {Scene} scene @returns {Batch[]} */
export function batchesOf({ drawn, front: from, linkColor, linkWidth }) {
  /** @type {Map<string, Batch>} */
  const open = new Map();
  const out = [];
  for (let i = 0; i < drawn.length; i++) {
    if (linkColor[4 * i + 3] === 0) continue;
    const alpha = alphaStep(linkColor[4 * i + 3]);
    const width = widthStep(linkWidth[i]);
    const color = `rgb(${linkColor[4 * i]} ${linkColor[4 * i + 1]} ${linkColor[4 * i + 2]})`;
    const front = i >= from;
    const key = `${color}${alpha} ${width} ${front}`;
    let batch = open.get(key);
    if (!batch || batch.links.length >= LINK.perPath) {
      batch = { color, alpha: alpha / 255, width, front, links: [] };
      open.set(key, batch);
      out.push(batch);
    }
    batch.links.push(i);
  }
  return out;
}

/** Large ones first so that small ones show; what is lit comes last. @param {Scene} scene */
export function nodeOrder({ radius, nodeColor, lit }) {
  const list = [];
  for (let i = 0; i < radius.length; i++) if (nodeColor[4 * i + 3] > 0) list.push(i);
  const level = (/** @type {number} */ i) => lit?.node[i] ?? 0;
  return Uint32Array.from(list.sort((a, b) => level(a) - level(b) || radius[b] - radius[a] || a - b));
}
