/**
 * How the map arrives: every paper starts drawn in towards the middle of its area and glides to its place. Pure.
 */
import { SETTLE } from '../settings.js';
import { easeOut } from './camera.js';

/**
 * Where papers start from.
 * @param {ArrayLike<number>} xy 2 a node
 * @param {ArrayLike<number>} comm place of the community of a node
 * @param {number} communities
 * @returns {Float32Array}
 */
export function startPlaces(xy, comm, communities) {
  const sums = new Float64Array(3 * (communities + 1));
  const group = (/** @type {number} */ i) => 3 * Math.min(comm[i], communities);
  const n = xy.length / 2;
  let [cx, cy] = [0, 0];
  for (let i = 0; i < n; i++) {
    sums[group(i)] += xy[2 * i];
    sums[group(i) + 1] += xy[2 * i + 1];
    sums[group(i) + 2]++;
    cx += xy[2 * i] / n;
    cy += xy[2 * i + 1] / n;
  }
  const out = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const g = group(i);
    out[2 * i] = drawnIn(xy[2 * i], sums[g] / sums[g + 2], cx);
    out[2 * i + 1] = drawnIn(xy[2 * i + 1], sums[g + 1] / sums[g + 2], cy);
  }
  return out;
}

/** @param {number} at @param {number} area @param {number} centre */
function drawnIn(at, area, centre) {
  const near = at + (area - at) * SETTLE.towardsArea;
  return near + (centre - near) * SETTLE.towardsCentre;
}

/**
 * Places at t on the way.
 * @param {Float32Array} from @param {ArrayLike<number>} to @param {number} t @param {Float32Array} out
 */
export function glide(from, to, t, out) {
  const e = easeOut(t);
  for (let i = 0; i < out.length; i++) out[i] = t >= 1 ? to[i] : from[i] + (to[i] - from[i]) * e;
  return out;
}
