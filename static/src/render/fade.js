/**
 * Fades from one scene to the next: alpha of nodes and links between what was and what will be. Pure.
 */

/** @import { Scene } from './scene.js' */

/**
 * The scene at t between two. What the next one no longer draws is gone at once.
 * @param {Scene} from @param {Scene} to @param {number} t 0 to 1
 * @returns {Scene}
 */
export function fadeScene(from, to, t) {
  if (t >= 1) return to;
  const nodeColor = to.nodeColor.slice();
  for (let i = 3; i < nodeColor.length; i += 4) {
    if (nodeColor[i] > 0 && from.nodeColor[i] > 0) nodeColor[i] = mixed(from.nodeColor[i], nodeColor[i], t);
  }
  const linkColor = to.linkColor.slice();
  const before = new Map();
  from.drawn.forEach((link, i) => {
    before.set(link, from.linkColor[4 * i + 3]);
  });
  to.drawn.forEach((link, i) => {
    linkColor[4 * i + 3] = mixed(before.get(link) ?? 0, linkColor[4 * i + 3], t);
  });
  return { ...to, nodeColor, linkColor };
}

/** @param {number} a @param {number} b @param {number} t */
function mixed(a, b, t) {
  return a + (b - a) * t;
}
