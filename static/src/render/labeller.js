/**
 * Keeps the labels of the map: places them at rest and ten times a second while the camera moves, lets them
 * travel with their nodes in between, fades new ones in, and paints them on the overlay.
 */
import { LABELS } from '../settings.js';
import { curvePoint, makeGrid } from './grid.js';
import { makeMeasure, paintLabels } from './labels.js';
import { coverOf, place } from './place.js';
import { wantedLabels } from './wanted.js';

/** @import { Model } from '../model.js' */
/** @import { Rect } from './camera.js' */
/** @import { Label } from './place.js' */
/** @import { Scene } from './scene.js' */
/** @import { Theme } from '../color/palette.js' */

/** @typedef {{ px: Float32Array, scene: Scene, area: Rect, zoom: number, visible: (node: number) => boolean, obstacles: Rect[] }} Now */

export class Labeller {
  /** @type {Map<string, number>} */
  #born = new Map();
  #measure = makeMeasure();

  /** @param {Model} model @param {boolean} still no fading in */
  constructor(model, still) {
    this.model = model;
    this.still = still;
    /** @type {Label[]} */
    this.labels = [];
    this.placedAt = -Infinity;
    this.stale = true;
  }

  /** Whether it is time to place them anew. @param {number} now ms @param {boolean} moving */
  due(now, moving) {
    return this.stale && (!moving || now - this.placedAt >= LABELS.every);
  }

  /** @param {Now} at @param {number} now ms */
  place(at, now) {
    const labels = this.placed(at);
    const born = new Map(labels.map((label) => [keyOf(label), this.#born.get(keyOf(label)) ?? now]));
    this.#born = born;
    this.labels = labels;
    this.placedAt = now;
    this.stale = false;
  }

  /** Labels for a view, without showing them. @param {Now} at */
  placed({ px, scene, area, zoom, visible, obstacles }) {
    const step = Math.ceil(this.model.n / LABELS.weighed);
    const grid = makeGrid(px, (node) => this.model.rank[node] % step === 0 && visible(node));
    const sight = {
      zoom,
      area,
      px,
      radius: scene.radius,
      lit: scene.lit,
      ringed: scene.rings !== null,
      visible,
      before: this.labels,
    };
    const { items, most } = wantedLabels(this.model, sight);
    const box = { x0: area.x + 2, y0: area.y + 2, x1: area.x + area.w - 2, y1: area.y + area.h - 2 };
    const cover = coverOf(grid, px, scene, this.model.comm, strongPoints(this.model, scene, px));
    return place(items, box, obstacles.map(boxOf), this.#measure, cover, most);
  }

  /** Takes the labels along with their nodes. @param {Float32Array} px */
  travel(px) {
    for (const label of this.labels) {
      if (label.kind !== 'title') continue;
      shift(label, px[2 * label.key] - label.x, px[2 * label.key + 1] - label.y);
    }
  }

  /** Takes captions along with the map. @param {(x: number, y: number) => { x: number, y: number }} carry from where it was to where it is */
  carry(carry) {
    for (const label of this.labels) {
      if (label.kind !== 'caption') continue;
      const to = carry(label.x, label.y);
      shift(label, to.x - label.x, to.y - label.y);
    }
  }

  /** Whether some are still fading in. @param {number} now ms */
  fading(now) {
    return (
      !this.still && this.labels.some((label) => now - (this.#born.get(keyOf(label)) ?? now) < LABELS.fade)
    );
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {Theme} theme @param {number} now ms
   * @param {(label: Label) => number} alpha
   */
  paint(context, theme, now, alpha) {
    paintLabels(context, this.labels, theme, (label) => alpha(label) * this.#shown(label, now));
  }

  /** @param {Label} label @param {number} now */
  #shown(label, now) {
    if (this.still) return 1;
    return Math.min(1, (now - (this.#born.get(keyOf(label)) ?? now)) / LABELS.fade);
  }
}

/** How far apart the points are that stand for a strong link, px. */
const POINT_STEP = 14;

/** Points along the links in hand. @param {Model} model @param {Scene} scene @param {Float32Array} px */
function strongPoints({ source, target }, { lit, curve }, px) {
  const points = [];
  for (const [link, level] of lit?.link ?? []) {
    if (level !== 3) continue;
    const [a, b] = [2 * source[link], 2 * target[link]];
    const pieces = Math.min(60, Math.ceil(Math.hypot(px[a] - px[b], px[a + 1] - px[b + 1]) / POINT_STEP));
    for (let i = 1; i < pieces; i++)
      points.push(curvePoint(px[a], px[a + 1], px[b], px[b + 1], curve, i / pieces));
  }
  return points;
}

/** @param {Rect} r */
function boxOf({ x, y, w, h }) {
  return { x0: x, y0: y, x1: x + w, y1: y + h };
}

/** @param {Label} label */
function keyOf(label) {
  return label.kind + label.key;
}

/** @param {Label} label @param {number} dx @param {number} dy */
function shift(label, dx, dy) {
  label.x += dx;
  label.y += dy;
  label.x0 += dx;
  label.x1 += dx;
  label.y0 += dy;
  label.y1 += dy;
}
