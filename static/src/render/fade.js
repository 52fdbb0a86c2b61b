/**
 * Fades from one scene to the next: alpha of nodes and links between what was and what will be. Pure.
 */

import { MARK } from './scene.js';

/** @import { Scene } from './scene.js' */

/**
 * The scene at t between two. Nodes that leave fade as rings; links that leave are gone at once.
 * @param {Scene} from @param {Scene} to @param {number} t 0 to 1
 * @returns {Scene}
 */
export function fadeScene(from, to, t) {
  if (t >= 1) return to;
  const [nodeColor, radius, mark] = [to.nodeColor.slice(), to.radius.slice(), to.mark.slice()];
  for (let u = 0; u < radius.length; u++) {
    const alpha = 4 * u + 3;
    if (to.radius[u] === 0 && from.radius[u] > 0) {
      nodeColor.set(from.nodeColor.subarray(alpha - 3, alpha), alpha - 3);
      radius[u] = from.radius[u];
      mark[u] = MARK.ring;
    }
    nodeColor[alpha] = mixed(from.nodeColor[alpha], nodeColor[alpha], t);
  }
  const linkColor = to.linkColor.slice();
  const before = new Map();
  from.drawn.forEach((link, i) => {
    before.set(link, from.linkColor[4 * i + 3]);
  });
  to.drawn.forEach((link, i) => {
    linkColor[4 * i + 3] = mixed(before.get(link) ?? 0, linkColor[4 * i + 3], t);
  });
  return { ...to, nodeColor, radius, mark, linkColor };
}

/** @param {number} a @param {number} b @param {number} t */
function mixed(a, b, t) {
  return a + (b - a) * t;
}
