/**
 * Draws scenes with Canvas2D. Has the methods of its twin on WebGL2, and gives the same picture.
 */

import { heirDash } from '../layout/rings.js';
import { NODE, RINGS } from '../settings.js';
import { arrowheads } from './arrow.js';
import { batchesOf, nodeOrder } from './batches.js';
import { project } from './camera.js';
import { stepsBack } from './lit.js';
import { marksOf } from './marks.js';
import { MARK } from './scene.js';
import { resizeSurface } from './surface.js';

/** @import { Lens } from './camera.js' */
/** @import { Batch } from './batches.js' */
/** @import { Mark } from './marks.js' */
/** @import { Scene } from './scene.js' */

const TURN = 2 * Math.PI;

/** @param {HTMLCanvasElement} canvas */
export function createCanvasRenderer(canvas) {
  return new CanvasRenderer(canvas);
}

class CanvasRenderer {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.name = 'canvas2d';
    this.canvas = canvas;
    this.context = contextOf(canvas);
    this.ratio = 1;
    this.width = 0;
    this.height = 0;
    /** @type {{ source: Uint32Array, target: Uint32Array }} */
    this.ends = { source: new Uint32Array(0), target: new Uint32Array(0) };
    /** @type {ArrayLike<number>} */
    this.xy = [];
    this.px = new Float32Array(0);
    /** The first place in scene.drawn that is drawn. */
    this.from = 0;
    /** @type {Scene | null} */
    this.scene = null;
    /** @type {Batch[] | null} */
    this.batches = null;
    /** @type {Uint32Array} */
    this.nodes = new Uint32Array(0);
  }

  /** @param {number} w CSS px @param {number} h CSS px @param {number} ratio device px a CSS px */
  resize(w, h, ratio) {
    resizeSurface(this, w, h, ratio);
  }

  /** @param {number} n @param {{ source: Uint32Array, target: Uint32Array }} ends */
  setGraph(n, ends) {
    this.px = new Float32Array(2 * n);
    this.ends = ends;
  }

  /** @param {ArrayLike<number>} xy map units, 2 a node */
  setPositions(xy) {
    this.xy = xy;
  }

  /** @param {Scene} scene */
  setScene(scene) {
    this.scene = scene;
    /** Made when they are first painted: where its twin draws, they are not needed. @type {Batch[] | null} */
    this.batches = null;
  }

  /** @param {Lens} lens @param {number} [share] of the links behind, the strongest */
  draw(lens, share = 1) {
    if (!this.scene) return;
    project(lens, this.xy, this.px);
    this.from = Math.floor((1 - share) * this.scene.front);
    const { context, ratio } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.scene.page;
    context.fillRect(0, 0, this.width, this.height);
    this.#paint(context, lens);
  }

  /**
   * The picture at another size, drawn at once.
   * @param {number} w @param {number} h CSS px @param {number} ratio @param {Lens} lens
   * @returns {HTMLCanvasElement}
   */
  picture(w, h, ratio, lens) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(w * ratio);
    canvas.height = Math.round(h * ratio);
    if (!this.scene) return canvas;
    const context = contextOf(canvas);
    this.from = 0;
    const live = this.px;
    this.px = project(lens, this.xy, new Float32Array(live.length));
    context.scale(ratio, ratio);
    context.fillStyle = this.scene.page;
    context.fillRect(0, 0, w, h);
    this.#paint(context, lens);
    this.px = live;
    return canvas;
  }

  destroy() {
    this.scene = null;
    this.canvas.width = 0;
    this.canvas.height = 0;
  }

  /** @param {CanvasRenderingContext2D} context @param {Lens} lens */
  #paint(context, lens) {
    const scene = /** @type {Scene} */ (this.scene);
    if (!this.batches) {
      this.batches = batchesOf(scene);
      this.nodes = nodeOrder(scene);
    }
    context.lineCap = 'round';
    const paint = scene.radius.length >= NODE.dotsFrom ? paintDot : paintNode;
    const back = (/** @type {number} */ node) => stepsBack(scene.lit, node);
    paintGuides(context, scene, this.px, lens);
    for (const batch of this.batches)
      if (!batch.front) strokeBatch(context, batch, scene, this.ends, this.px, this.from);
    for (const node of this.nodes) if (back(node)) paint(context, scene, node, this.px);
    for (const batch of this.batches) if (batch.front) strokeBatch(context, batch, scene, this.ends, this.px);
    for (const node of this.nodes) if (!back(node)) paint(context, scene, node, this.px);
    paintHeads(context, scene, this.ends, this.px);
    context.globalAlpha = 1;
    for (const mark of marksOf(scene)) paintMark(context, mark, this.px);
  }
}

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw on a canvas.');
  return context;
}

/**
 * @param {CanvasRenderingContext2D} context @param {Batch} batch @param {Scene} scene
 * @param {{ source: Uint32Array, target: Uint32Array }} ends @param {Float32Array} px
 * @param {number} [from] first place in scene.drawn
 */
function strokeBatch(context, batch, { drawn, curve }, { source, target }, px, from = 0) {
  if (batch.links[batch.links.length - 1] < from) return;
  context.strokeStyle = batch.color;
  context.globalAlpha = batch.alpha;
  context.lineWidth = batch.width;
  context.beginPath();
  for (const i of batch.links) {
    if (i < from) continue;
    const [a, b] = [2 * source[drawn[i]], 2 * target[drawn[i]]];
    const [ax, ay, bx, by] = [px[a], px[a + 1], px[b], px[b + 1]];
    context.moveTo(ax, ay);
    if (curve === 0) context.lineTo(bx, by);
    else {
      const bow = 2 * curve;
      context.quadraticCurveTo((ax + bx) / 2 - (by - ay) * bow, (ay + by) / 2 + (bx - ax) * bow, bx, by);
    }
  }
  context.stroke();
}

/**
 * The heads of arrows, over everything, so that no disc hides them.
 * @param {CanvasRenderingContext2D} context @param {Scene} scene
 * @param {{ source: Uint32Array, target: Uint32Array }} ends @param {Float32Array} px
 */
function paintHeads(context, { drawn, front, heads, curve, radius, text }, { source, target }, px) {
  context.fillStyle = text;
  context.globalAlpha = 1;
  for (let i = front; i < drawn.length; i++) {
    if (heads[i] === 0) continue;
    const [a, b] = [source[drawn[i]], target[drawn[i]]];
    const [ra, rb] = [radius[a] + NODE.rim, radius[b] + NODE.rim];
    const [ax, ay, bx, by] = [px[2 * a], px[2 * a + 1], px[2 * b], px[2 * b + 1]];
    for (const [x, y, lx, ly, rx, ry] of arrowheads(heads[i], curve, ax, ay, bx, by, ra, rb)) {
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(lx, ly);
      context.lineTo(rx, ry);
      context.fill();
    }
  }
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {number} i @param {Float32Array} px */
function paintNode(context, scene, i, px) {
  const { nodeColor, radius, mark, page } = scene;
  const [x, y, r] = [px[2 * i], px[2 * i + 1], radius[i]];
  context.globalAlpha = 1;
  disc(context, x, y, r + NODE.rim, page);
  context.globalAlpha = nodeColor[4 * i + 3] / 255;
  const color = `rgb(${nodeColor[4 * i]} ${nodeColor[4 * i + 1]} ${nodeColor[4 * i + 2]})`;
  if (mark[i] & MARK.ring) ring(context, x, y, Math.max(0.5, r - NODE.ring / 2), NODE.ring, color);
  else disc(context, x, y, r, color);
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {number} i @param {Float32Array} px */
function paintDot(context, { nodeColor, radius }, i, px) {
  const r = radius[i];
  context.globalAlpha = nodeColor[4 * i + 3] / 255;
  context.fillStyle = `rgb(${nodeColor[4 * i]} ${nodeColor[4 * i + 1]} ${nodeColor[4 * i + 2]})`;
  context.fillRect(px[2 * i] - r, px[2 * i + 1] - r, 2 * r, 2 * r);
}

/** @param {CanvasRenderingContext2D} context @param {Mark} mark @param {Float32Array} px */
function paintMark(context, { node, radius, width, color, dashed }, px) {
  if (dashed) context.setLineDash(heirDash(radius));
  ring(context, px[2 * node], px[2 * node + 1], radius, width, color);
  if (dashed) context.setLineDash([]);
}

/** The circles of a neighbourhood, under everything. @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Float32Array} px @param {Lens} lens */
function paintGuides(context, { rings, hairline }, px, { sx, sy }) {
  if (!rings) return;
  const [x, y] = [px[2 * rings.centre], px[2 * rings.centre + 1]];
  context.globalAlpha = 1;
  context.strokeStyle = hairline;
  context.lineWidth = RINGS.guide;
  for (const { radius } of rings.guides) {
    context.beginPath();
    context.ellipse(x, y, radius * sx, radius * sy, 0, 0, TURN);
    context.stroke();
  }
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} r @param {string} color */
function disc(context, x, y, r, color) {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, r, 0, TURN);
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} r
 * @param {number} width @param {string} color
 */
function ring(context, x, y, r, width, color) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, r, 0, TURN);
  context.stroke();
}
