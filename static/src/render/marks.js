/** The rings round papers that stand out, from the inner to the outer. Pure. */

import { RING, RINGS } from '../settings.js';
import { MARK } from './scene.js';

/** @import { Scene } from './scene.js' */

/** @typedef {{ node: number, radius: number, width: number, color: string, dashed: boolean }} Mark  px */

/** Gap between two rings of the neighbourhood, and between others. */
const APART = { lineage: 1.5, others: 1 };

/** @param {Scene} scene @returns {Mark[]} */
export function marksOf(scene) {
  const { mark, radius, nodeColor, text, page, accent } = scene;
  /** @type {Mark[]} */
  const out = [];
  for (let node = 0; node < mark.length; node++) {
    if (mark[node] <= MARK.ring || nodeColor[4 * node + 3] === 0) continue;
    let r = radius[node] + RING.gap;
    const add = (
      /** @type {number} */ width,
      /** @type {string} */ color,
      /** @type {number} */ gap,
      dashed = false,
    ) => {
      out.push({ node, radius: r, width, color, dashed });
      r += width + gap;
    };
    if (mark[node] & MARK.origin) add(RINGS.lineage, text, APART.lineage);
    if (mark[node] & MARK.heir) add(RINGS.lineage, text, APART.lineage, true);
    if (mark[node] & MARK.hit) add(RING.hit, accent, APART.others);
    if (mark[node] & MARK.selected) add(RING.select, text, APART.others);
    if (!(mark[node] & MARK.focus)) continue;
    add(RING.focus, page, 0);
    add(RING.focus, accent, 0);
  }
  return out;
}
