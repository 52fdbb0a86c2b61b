/** The numbers of a path's papers, painted over the nodes. */

/** @import { Scene } from './scene.js' */

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {(node: number) => [number, number]} at px of a node */
export function paintNumbers(context, { lit, text, page }, at) {
  if (!lit || lit.steps.length === 0) return;
  context.globalAlpha = 1;
  context.font = '700 11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  lit.steps.forEach((node, step) => {
    const [x, y] = at(node);
    context.fillStyle = text;
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = page;
    context.fillText(String(step + 1), x, y + 0.5);
  });
}
