/** Heads of arrows: where on a link's curve they lie, and what shape. Pure. */

import { ARROW } from '../settings.js';

/** Bits of a link that says who builds on whom, as in map.bin; its ends are u and v. */
export const LINEAGE = { buildsOn: 64, forth: 128, back: 256 };

/** Which end of a link gets a head: bits. */
export const HEAD = { target: 1, source: 2 };

/** The heads of a link with such flags: they lie at the paper that introduces. @param {number} flags */
export function headsOf(flags) {
  return (flags & LINEAGE.forth ? HEAD.target : 0) | (flags & LINEAGE.back ? HEAD.source : 0);
}

/**
 * The corners of the heads of one link: tip, left, right, for each end that has one.
 * @param {number} heads @param {number} curve share of the length that the link bows
 * @param {number} ax px of the source @param {number} ay @param {number} bx px of the target @param {number} by
 * @param {number} ra px the head keeps from the source @param {number} rb and from the target
 * @returns {number[][]} six numbers a head
 */
export function arrowheads(heads, curve, ax, ay, bx, by, ra, rb) {
  const bow = 2 * curve;
  const [cx, cy] = [(ax + bx) / 2 - (by - ay) * bow, (ay + by) / 2 + (bx - ax) * bow];
  const out = [];
  if (heads & HEAD.target) out.push(head(cx, cy, bx, by, rb));
  if (heads & HEAD.source) out.push(head(cx, cy, ax, ay, ra));
  return out;
}

/** A head that points from c towards p and stops r px before it. @param {number} cx @param {number} cy @param {number} px @param {number} py @param {number} r */
function head(cx, cy, px, py, r) {
  const length = Math.hypot(px - cx, py - cy) || 1;
  const [ux, uy] = [(px - cx) / length, (py - cy) / length];
  const [tx, ty] = [px - ux * r, py - uy * r];
  const [mx, my] = [tx - ux * ARROW.length, ty - uy * ARROW.length];
  const half = ARROW.width / 2;
  return [tx, ty, mx - uy * half, my + ux * half, mx + uy * half, my - ux * half];
}
