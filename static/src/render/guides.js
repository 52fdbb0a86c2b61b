/** The figures on the circles of a neighbourhood: where they stand, and their paint. */

import { strength } from '../format.js';
import { RINGS } from '../settings.js';
import { fontOf } from './labels.js';

/** @import { Lens, Rect } from './camera.js' */
/** @import { Scene } from './scene.js' */

/** Middles of the figures, px. @param {Scene} scene @param {Lens} lens */
export function guideFigures({ rings }, { sx, sy, tx, ty }) {
  return (rings?.guides ?? []).map((guide) => ({
    text: strength(guide.strength),
    x: guide.x * sx + tx,
    y: guide.y * sy + ty,
  }));
}

/** What labels keep clear of. @param {Scene} scene @param {Lens} lens @returns {Rect[]} */
export function guideBoxes(scene, lens) {
  const [w, h] = [RINGS.figureWidth, RINGS.figureHeight];
  return guideFigures(scene, lens).map(({ x, y }) => ({ x: x - w / 2, y: y - h / 2, w, h }));
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Lens} lens */
export function paintFigures(context, scene, lens) {
  context.globalAlpha = 1;
  context.font = fontOf(RINGS.figure, 500);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = scene.page;
  context.fillStyle = scene.quiet;
  for (const { text, x, y } of guideFigures(scene, lens)) {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
