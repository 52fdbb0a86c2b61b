/**
 * A uniform grid over screen positions: which nodes lie in a box, which one lies under the pointer.
 */
import { CELL } from '../settings.js';

/** @typedef {ReturnType<typeof makeGrid>} Grid */

/**
 * Sorts nodes into cells by counting. Cost O(n + cells).
 * @param {Float32Array} px 2 a node
 * @param {(node: number) => boolean} take which nodes count
 * @param {number} [cell] px
 */
export function makeGrid(px, take, cell = CELL.picking) {
  const list = [];
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let i = 0; 2 * i < px.length; i++) {
    if (!take(i)) continue;
    list.push(i);
    box.x0 = Math.min(box.x0, px[2 * i]);
    box.y0 = Math.min(box.y0, px[2 * i + 1]);
    box.x1 = Math.max(box.x1, px[2 * i]);
    box.y1 = Math.max(box.y1, px[2 * i + 1]);
  }
  const size = Math.max(
    cell,
    Math.sqrt(((box.x1 - box.x0) * (box.y1 - box.y0)) / (4 * list.length + 64)) || cell,
  );
  const columns = Math.max(1, Math.floor((box.x1 - box.x0) / size) + 1 || 1);
  const rows = Math.max(1, Math.floor((box.y1 - box.y0) / size) + 1 || 1);
  const column = (/** @type {number} */ x) =>
    Math.min(columns - 1, Math.max(0, Math.floor((x - box.x0) / size)));
  const row = (/** @type {number} */ y) => Math.min(rows - 1, Math.max(0, Math.floor((y - box.y0) / size)));
  const { off, nodes } = fill(list, columns * rows, (i) => row(px[2 * i + 1]) * columns + column(px[2 * i]));

  /**
   * Visits each node whose middle may lie in a box (whole cells; the caller looks closer), until one says true.
   * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
   * @param {(node: number) => boolean | void} visit
   */
  function within(x0, y0, x1, y1, visit) {
    if (list.length === 0 || x1 < box.x0 || y1 < box.y0 || x0 > box.x1 || y0 > box.y1) return;
    const [c0, c1, r1] = [column(x0), column(x1), row(y1)];
    for (let r = row(y0); r <= r1; r++) {
      const end = off[r * columns + c1 + 1];
      for (let e = off[r * columns + c0]; e < end; e++) if (visit(nodes[e])) return;
    }
  }

  /**
   * The node nearest to a point by distance to its rim, within slack px of it; −1 if none.
   * @param {number} x @param {number} y
   * @param {ArrayLike<number>} radius px a node
   * @param {number} slack
   * @param {number} most largest radius there is
   */
  function nearest(x, y, radius, slack, most) {
    let best = -1;
    let least = slack;
    const reach = most + slack;
    within(x - reach, y - reach, x + reach, y + reach, (i) => {
      const gap = Math.hypot(px[2 * i] - x, px[2 * i + 1] - y) - radius[i];
      if (gap > least || (gap === least && best >= 0)) return;
      best = i;
      least = gap;
    });
    return best;
  }

  return { within, nearest };
}

/** @param {number[]} list @param {number} cells @param {(node: number) => number} cellOf */
function fill(list, cells, cellOf) {
  const off = new Uint32Array(cells + 1);
  for (const i of list) off[cellOf(i) + 1]++;
  for (let c = 0; c < cells; c++) off[c + 1] += off[c];
  const at = off.slice(0, cells);
  const nodes = new Uint32Array(list.length);
  for (const i of list) nodes[at[cellOf(i)]++] = i;
  return { off, nodes };
}

/** Points a curve is tried at. */
const PIECES = 10;

/**
 * The link nearest to a point within slack px, −1 if none; of equals the later drawn, which lies on top.
 * @param {number} x @param {number} y @param {number} slack
 * @param {{ drawn: Uint32Array, linkColor: Uint8ClampedArray, curve: number }} scene
 * @param {{ source: Uint32Array, target: Uint32Array }} ends
 * @param {Float32Array} px
 */
export function nearestLink(x, y, slack, scene, ends, px) {
  let best = -1;
  let least = slack;
  for (let i = 0; i < scene.drawn.length; i++) {
    const e = scene.drawn[i];
    const [a, b] = [2 * ends.source[e], 2 * ends.target[e]];
    if (scene.linkColor[4 * i + 3] === 0 || farOff(x, y, px[a], px[a + 1], px[b], px[b + 1], slack)) continue;
    const gap = curveDistance(x, y, px[a], px[a + 1], px[b], px[b + 1], scene.curve);
    if (gap <= least) {
      best = e;
      least = gap;
    }
  }
  return best;
}

/**
 * @param {number} x @param {number} y
 * @param {number} ax @param {number} ay @param {number} bx @param {number} by @param {number} slack
 */
function farOff(x, y, ax, ay, bx, by, slack) {
  const reach = slack + 0.1 * (Math.abs(ax - bx) + Math.abs(ay - by));
  return (
    x < Math.min(ax, bx) - reach ||
    x > Math.max(ax, bx) + reach ||
    y < Math.min(ay, by) - reach ||
    y > Math.max(ay, by) + reach
  );
}

/**
 * The point at t of a link's curve, whose middle lies curve × length beside the straight line.
 * @param {number} ax @param {number} ay @param {number} bx @param {number} by
 * @param {number} curve @param {number} t
 */
export function curvePoint(ax, ay, bx, by, curve, t) {
  const bow = 4 * curve * t * (1 - t);
  return { x: ax + (bx - ax) * t - (by - ay) * bow, y: ay + (by - ay) * t + (bx - ax) * bow };
}

/**
 * @param {number} x @param {number} y
 * @param {number} ax @param {number} ay @param {number} bx @param {number} by @param {number} curve
 */
function curveDistance(x, y, ax, ay, bx, by, curve) {
  let least = Infinity;
  let from = { x: ax, y: ay };
  const pieces = curve === 0 ? 1 : PIECES;
  for (let i = 1; i <= pieces; i++) {
    const to = curvePoint(ax, ay, bx, by, curve, i / pieces);
    least = Math.min(least, segmentDistance(x, y, from, to));
    from = to;
  }
  return least;
}

/** @param {number} x @param {number} y @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
function segmentDistance(x, y, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(a.x + t * dx - x, a.y + t * dy - y);
}
