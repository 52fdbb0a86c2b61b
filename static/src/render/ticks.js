/** The ticks at papers of the reading list, painted over the map. */

import { TICK } from '../settings.js';

/** @import { Scene } from './scene.js' */

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Float32Array} px @param {Iterable<number>} nodes */
export function paintTicks(context, scene, px, nodes) {
  context.globalAlpha = 1;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const [color, width] of /** @type {[string, number][]} */ ([
    [scene.page, TICK.halo],
    [scene.text, TICK.width],
  ])) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    for (const node of nodes) {
      const r = scene.radius[node];
      if (!(r > 0)) continue;
      const [x, y] = [px[2 * node] + 0.72 * r, px[2 * node + 1] - 0.72 * r];
      context.moveTo(x - TICK.size, y - 0.2 * TICK.size);
      context.lineTo(x - 0.25 * TICK.size, y + 0.6 * TICK.size);
      context.lineTo(x + TICK.size, y - TICK.size);
    }
    context.stroke();
  }
}
