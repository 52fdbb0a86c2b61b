/**
 * What lies under a point of the map, and where things are on screen.
 */
import { PICK } from '../settings.js';
import { curvePoint, makeGrid, nearestLink } from './grid.js';

/** @import { Model } from '../model.js' */
/** @import { Rect } from './camera.js' */
/** @import { Grid } from './grid.js' */
/** @import { Spot } from './pointer.js' */
/** @import { Scene } from './scene.js' */

/**
 * @typedef {{
 *   model: Model, canvas: HTMLCanvasElement, scene: Scene, visible: (node: number) => boolean,
 *   renderer: { px: Float32Array }, camera: { area: Rect }, options: { obstacles?: () => Rect[] },
 * }} Sight  the parts of the view that are asked
 */

/** Papers and links tried as a sample, at most: each is held against all others. */
const SAMPLED = 200;

/** How far from other things a sample has to be. */
const SAMPLE_GAP = 10;

export class Picker {
  /** @type {Grid | null} */
  #grid = null;

  /** @param {Sight} view */
  constructor(view) {
    this.view = view;
  }

  /** Nodes stand elsewhere, or others are shown. */
  moved() {
    this.#grid = null;
  }

  #nodes() {
    this.#grid ??= makeGrid(this.view.renderer.px, this.view.visible);
    return this.#grid;
  }

  /**
   * The paper or link at a point.
   * @param {Spot} at
   * @param {boolean} hovering links only where there are few enough
   * @returns {{ node: number } | { link: number } | null}
   */
  at({ x, y, touch }, hovering) {
    const { scene, model, renderer } = this.view;
    const slack = touch ? PICK.touch : PICK.node;
    const node = this.#nodes().nearest(x, y, scene.radius, slack, scene.most);
    if (node >= 0) return { node };
    if (hovering && scene.drawn.length > PICK.hoverLinksTo) return null;
    const link = nearestLink(x, y, touch ? PICK.touch : PICK.link, scene, model, renderer.px);
    return link >= 0 ? { link } : null;
  }

  /** px of the window, or null. @param {number} node */
  pointOfNode(node) {
    if (node < 0) return null;
    const { px } = this.view.renderer;
    return this.#inWindow({ x: px[2 * node], y: px[2 * node + 1] });
  }

  /** px of the window, or null. @param {number} a @param {number} b */
  pointOfLink(a, b) {
    const link = a < 0 || b < 0 ? -1 : this.view.model.linkBetween(a, b);
    return link < 0 ? null : this.#inWindow(this.#middle(link));
  }

  /** @param {{ x: number, y: number }} point */
  #inWindow({ x, y }) {
    const box = this.view.canvas.getBoundingClientRect();
    return { x: x + box.left, y: y + box.top };
  }

  /** Middle of a link on the canvas. @param {number} link */
  #middle(link) {
    const { model, renderer, scene } = this.view;
    const [a, b] = [2 * model.source[link], 2 * model.target[link]];
    const { px } = renderer;
    return curvePoint(px[a], px[a + 1], px[b], px[b + 1], scene.curve, 0.5);
  }

  /** One paper and one link that a pointer can hit now: in the free area, nothing nearer over them. */
  sample() {
    const { model, visible } = this.view;
    const paper = Array.from(model.order.subarray(0, SAMPLED)).find(
      (node) => visible(node) && this.#hitsNode(node),
    );
    const link = Array.from(this.view.scene.drawn.subarray(-SAMPLED))
      .reverse()
      .find((e) => this.#hitsLink(e));
    return {
      paper: paper === undefined ? null : model.ids[paper],
      link: link === undefined ? null : [model.ids[model.source[link]], model.ids[model.target[link]]],
    };
  }

  /** @param {number} node */
  #hitsNode(node) {
    const { px } = this.view.renderer;
    const [x, y] = [px[2 * node], px[2 * node + 1]];
    const hit = this.at({ x, y, touch: false }, false);
    return this.#free(x, y) && hit !== null && 'node' in hit && hit.node === node;
  }

  /** @param {number} link */
  #hitsLink(link) {
    const { x, y } = this.#middle(link);
    const { scene } = this.view;
    if (!this.#free(x, y) || this.#nodes().nearest(x, y, scene.radius, SAMPLE_GAP, scene.most) >= 0)
      return false;
    const hit = this.at({ x, y, touch: false }, false);
    return hit !== null && 'link' in hit && hit.link === link;
  }

  /** @param {number} x @param {number} y */
  #free(x, y) {
    const { area } = this.view.camera;
    const obstacles = this.view.options.obstacles?.() ?? [];
    return within(x, y, area, -SAMPLE_GAP) && !obstacles.some((box) => within(x, y, box, SAMPLE_GAP));
  }
}

/** Whether a point lies in a rectangle made wider by some px. @param {number} x @param {number} y @param {Rect} r @param {number} by */
function within(x, y, r, by) {
  return x > r.x - by && y > r.y - by && x < r.x + r.w + by && y < r.y + r.h + by;
}
