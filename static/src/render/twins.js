/**
 * The two renderers behind one face. Canvas2D draws first; where a graphics processor is there, its twin on WebGL2 takes over
 * at rest, and gives back at once when it loses its context, until that is restored. Pictures to take away are Canvas2D's.
 */
import { createCanvasRenderer } from './canvas.js';

/** @import { Lens } from './camera.js' */
/** @import { Scene } from './scene.js' */
/** @import { WebglRenderer } from './webgl.js' */

/** @typedef {'webgl2' | 'canvas2d' | null} Wish  null: what is there */

export class Twins {
  /** @type {WebglRenderer | null} */
  #webgl = null;
  /** @type {HTMLCanvasElement | null} */
  #layer = null;
  /** @type {Wish} */
  #wish = null;
  #lost = false;
  /** @type {[number, { source: Uint32Array, target: Uint32Array }]} */
  #graph = [0, { source: new Uint32Array(0), target: new Uint32Array(0) }];

  /** @param {HTMLCanvasElement} canvas @param {() => void} changed another one draws from now on */
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.changed = changed;
    this.plain = createCanvasRenderer(canvas);
    /** @type {{ name: string, px: Float32Array, ratio: number, width: number, height: number, draw: (lens: Lens, share?: number) => void }} */
    this.now = this.plain;
  }

  get name() {
    return this.now.name;
  }

  get px() {
    return this.now.px;
  }

  get ratio() {
    return this.plain.ratio;
  }

  get width() {
    return this.plain.width;
  }

  get height() {
    return this.plain.height;
  }

  /** Who shall draw. @param {Wish} wish */
  async choose(wish) {
    this.#wish = wish;
    if (wish !== 'canvas2d' && !this.#layer) await this.#begin(wish === 'webgl2');
    this.#take();
  }

  /** A canvas of its own, over the other: no canvas can change the kind of its context. @param {boolean} anyway even without a graphics processor */
  async #begin(anyway) {
    const module = await import('./webgl.js').catch(() => null);
    if (!module || this.#layer) return;
    const layer = document.createElement('canvas');
    layer.setAttribute('aria-hidden', 'true');
    layer.className = 'layer';
    const gl = module.contextFor(layer);
    if (!gl || !(anyway || module.isHardware(gl)))
      return gl?.getExtension('WEBGL_lose_context')?.loseContext();
    this.#layer = layer;
    const make = () => {
      this.#webgl = new module.WebglRenderer(layer, gl);
      this.#lost = false;
    };
    layer.addEventListener('webglcontextlost', (e) => {
      e.preventDefault();
      this.#lost = true;
      this.#take();
    });
    layer.addEventListener('webglcontextrestored', () => {
      make();
      this.#take();
    });
    make();
    this.canvas.after(layer);
  }

  /** Lets the right one draw, and gives it all that the other has. */
  #take() {
    const webgl = this.#wish === 'canvas2d' || this.#lost ? null : this.#webgl;
    if (this.#layer) this.#layer.hidden = webgl === null;
    const next = webgl ?? this.plain;
    if (next === this.now) return;
    if (webgl) {
      const { width, height, ratio, xy, scene } = this.plain;
      webgl.resize(width, height, ratio);
      webgl.setGraph(...this.#graph);
      webgl.setPositions(xy);
      if (scene) webgl.setScene(scene);
    }
    this.now = next;
    this.changed();
  }

  /** @param {number} w CSS px @param {number} h CSS px @param {number} ratio */
  resize(w, h, ratio) {
    this.plain.resize(w, h, ratio);
    if (this.now !== this.plain) this.#webgl?.resize(w, h, ratio);
  }

  /** @param {number} n @param {{ source: Uint32Array, target: Uint32Array }} ends */
  setGraph(n, ends) {
    this.#graph = [n, ends];
    this.plain.setGraph(n, ends);
  }

  /** @param {ArrayLike<number>} xy map units, 2 a node */
  setPositions(xy) {
    this.plain.setPositions(xy);
    if (this.now !== this.plain) this.#webgl?.setPositions(xy);
  }

  /** @param {Scene} scene */
  setScene(scene) {
    this.plain.setScene(scene);
    if (this.now !== this.plain) this.#webgl?.setScene(scene);
  }

  /** @param {Lens} lens @param {number} [share] of the links behind, the strongest */
  draw(lens, share = 1) {
    this.now.draw(lens, share);
  }

  /** @param {number} w @param {number} h @param {number} ratio @param {Lens} lens */
  picture(w, h, ratio, lens) {
    return this.plain.picture(w, h, ratio, lens);
  }

  destroy() {
    this.plain.destroy();
    this.#webgl?.destroy();
    this.#layer?.remove();
  }
}
