/** How many links a frame has time for while the camera moves. Pure. */

import { PACE } from '../settings.js';

/**
 * The share of the links for the next frame, from what the last one took.
 * @param {number} share of the last frame
 * @param {number} took ms
 */
export function nextShare(share, took) {
  if (took <= PACE.slow) return share;
  return Math.max(PACE.least, share * (PACE.wanted / took));
}
