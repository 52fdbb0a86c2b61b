/**
 * Pictures to take away: what is on the map now, cut to the free area, with or without the legend.
 */
import { tokens } from '../color/palette.js';
import { PICTURE_LEGEND as L } from '../settings.js';
import { paintFigures } from './guides.js';
import { fontOf, paintLabels } from './labels.js';
import { legendBox } from './legendbox.js';
import { paintNumbers } from './numbers.js';

/** @import { Model } from '../model.js' */
/** @import { Lens, Rect } from './camera.js' */
/** @import { State } from '../state.js' */
/** @import { LegendBox } from './legendbox.js' */
/** @import { Label } from './place.js' */
/** @import { Scene } from './scene.js' */

/**
 * @typedef {{
 *   w: number, h: number, lens: Lens, scene: Scene, model: Model, xy: ArrayLike<number>, labels: Label[],
 *   legend: LegendBox | null, state: State,
 * }} Frame  w and h in CSS px
 */

/** Room the legend takes beside the map, px. */
const LEGEND_ROOM = L.width + 20;

/**
 * @param {{
 *   model: Model, scene: Scene, lens: Lens, xy: ArrayLike<number>, store: { get: () => State },
 *   camera: { area: Rect }, labeller: { labels: Label[] },
 * }} view
 * @param {boolean} withLegend
 * @returns {Frame}
 */
export function pictureFrame(view, withLegend) {
  const { area } = view.camera;
  const { model, scene, lens, xy } = view;
  const state = view.store.get();
  const [dx, dy] = [(withLegend ? LEGEND_ROOM : 0) - area.x, -area.y];
  const labels = view.labeller.labels.map((l) => ({
    ...l,
    x0: l.x0 + dx,
    x1: l.x1 + dx,
    y0: l.y0 + dy,
    y1: l.y1 + dy,
  }));
  return {
    w: area.w + (withLegend ? LEGEND_ROOM : 0),
    h: area.h,
    lens: { ...lens, tx: lens.tx + dx, ty: lens.ty + dy },
    scene,
    model,
    xy,
    labels,
    legend: withLegend ? legendBox(model.head, state.hidden, state.theme, area.h) : null,
    state,
  };
}

/**
 * @param {Frame} frame
 * @param {{ picture: (w: number, h: number, ratio: number, lens: Lens) => HTMLCanvasElement }} renderer
 * @param {number} scale px of the picture a CSS px
 * @returns {Promise<Blob>}
 */
export function takePicture(frame, renderer, scale) {
  const canvas = renderer.picture(frame.w, frame.h, scale, frame.lens);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(scale, 0, 0, scale, 0, 0);
  const { lens, scene, xy } = frame;
  paintNumbers(context, scene, (node) => [
    xy[2 * node] * lens.sx + lens.tx,
    xy[2 * node + 1] * lens.sy + lens.ty,
  ]);
  paintFigures(context, scene, lens);
  paintLabels(context, frame.labels, frame.state.theme);
  if (frame.legend) paintLegend(context, frame.legend, frame);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for this browser.'))),
      'image/png',
    );
  });
}

/** @param {CanvasRenderingContext2D} context @param {LegendBox} box @param {Frame} frame */
function paintLegend(context, box, { h, state }) {
  const t = tokens(state.theme);
  context.fillStyle = t.page;
  context.fillRect(0, 0, LEGEND_ROOM, h);
  context.textBaseline = 'middle';
  text(context, box.title, box.x + L.pad, box.y + L.pad + L.row / 2, t.quiet, 650);
  for (const row of box.rows) {
    if (row.fill) swatch(context, box.x + L.pad + L.swatch, row.y, row);
    text(context, row.name, box.x + L.pad + 20, row.y, t.text, 450);
    context.textAlign = 'right';
    text(context, row.count, box.x + box.w - L.pad, row.y, t.quiet, 450);
    context.textAlign = 'left';
  }
  text(context, box.foot, box.x + L.pad, box.y + box.h - L.pad - 2, t.quiet, 450);
}

/** @param {CanvasRenderingContext2D} context @param {string} words @param {number} x @param {number} y @param {string} color @param {number} weight */
function text(context, words, x, y, color, weight) {
  context.font = fontOf(L.size, weight);
  context.fillStyle = color;
  context.fillText(words, x, y);
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {{ fill: string, ring: boolean }} style */
function swatch(context, x, y, { fill, ring }) {
  context.beginPath();
  context.arc(x, y, ring ? L.swatch - 1 : L.swatch, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.strokeStyle = fill;
  context.lineWidth = 2;
  if (ring) context.stroke();
  else context.fill();
}
