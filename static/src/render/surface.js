/** What the twins have in common of the canvas they draw on. */

import { RATIO_MOST } from '../settings.js';

/** @typedef {{ canvas: HTMLCanvasElement, ratio: number, width: number, height: number }} Surface */

/**
 * Makes the canvas of a renderer so large.
 * @param {Surface} surface @param {number} w CSS px @param {number} h CSS px @param {number} ratio device px a CSS px
 */
export function resizeSurface(surface, w, h, ratio) {
  surface.ratio = Math.min(RATIO_MOST, ratio);
  surface.width = w;
  surface.height = h;
  surface.canvas.width = Math.round(w * surface.ratio);
  surface.canvas.height = Math.round(h * surface.ratio);
}
