/**
 * The map on the page: frame loop, camera, labels, input to actions. Draws only when something changed.
 */
import { CAMERA } from '../settings.js';
import { pictureFrame, takePicture } from './png.js';
import { listenToPointer } from './pointer.js';
import { Stage } from './stage.js';
import { writeSvg } from './svg.js';

/** @import { Model, Head } from '../model.js' */
/** @import { Place, Rect } from './camera.js' */
/** @import { State } from '../state.js' */

/** @typedef {{ paper: string } | { link: [string, string] } | { community: number } | null} Opened */

/**
 * @typedef {{
 *   get: () => State, subscribe: (keys: (keyof State)[], fn: () => void) => () => void,
 *   actions: {
 *     open: (what: Opened) => void, hover: (what: State['hover']) => void, camera: (cam: Place | null) => void,
 *   },
 * }} Store
 */

/**
 * @typedef {{
 *   canvas: HTMLCanvasElement, overlay: HTMLCanvasElement, model: Model, head: Head, store: Store,
 *   area: () => Rect, obstacles?: () => Rect[], reducedMotion: boolean,
 *   onPick?: (pick: { node: number, shift: true }) => void,
 *   onLasso?: (points: { x: number, y: number }[], ended: boolean) => void, onSettled?: () => void,
 * }} ViewOptions
 *   area: free rectangle in CSS px of the canvas; obstacles: what else labels keep clear of; onPick: Shift+click or long press on a paper;
 *   onLasso: a drag with Shift, px of the canvas; onSettled: positions are final
 */

/** @param {ViewOptions} options */
export function createView(options) {
  return new View(options);
}

class View {
  #endPointer;
  /** @type {import('./pointer.js').Spot | null} */
  #pointer = null;

  /** @param {ViewOptions} options */
  constructor(options) {
    this.stage = new Stage(options);
    this.#endPointer = listenToPointer(options.canvas, this.#meaning());
    this.stage.onRest = () => this.#pointer && this.#hover(this.stage.picker.at(this.#pointer, true));
    this.resize();
    if (options.store.get().cam) this.stage.camFromState();
    this.stage.settle();
  }

  /** @returns {import('./pointer.js').Meaning} */
  #meaning() {
    const { camera, picker } = this.stage;
    return {
      hover: (at) => {
        this.#pointer = at;
        this.#hover(at ? picker.at(at, true) : null);
      },
      pick: (at, shift) => this.#pick(picker.at(at, false), shift),
      pan: (dx, dy) => camera.pan(dx, dy),
      fling: (vx, vy) => camera.fling(vx, vy),
      zoom: (factor, x, y) => camera.zoom(factor, x, y),
      doubleTap: (at) => camera.zoomStep(CAMERA.step * CAMERA.step, at.x, at.y),
      grab: () => camera.catch(),
      lasso: (points, ended) => this.stage.options.onLasso?.(points, ended),
    };
  }

  /** @param {State['hover']} what */
  #hover(what) {
    const { hover } = this.stage.store.get();
    this.stage.canvas.style.cursor = what ? 'pointer' : '';
    if (JSON.stringify(hover) !== JSON.stringify(what)) this.stage.store.actions.hover(what);
  }

  /** @param {State['hover']} what @param {boolean} shift */
  #pick(what, shift) {
    const { actions } = this.stage.store;
    if (!what) return actions.open(null);
    if ('link' in what) {
      const { ids, source, target } = this.stage.model;
      return actions.open({ link: [ids[source[what.link]], ids[target[what.link]]] });
    }
    if (shift) return this.stage.options.onPick?.({ node: what.node, shift });
    return actions.open({ paper: this.stage.model.ids[what.node] });
  }

  /** All of the map in the free area. */
  fit() {
    this.stage.camera.toFit();
  }

  /** @param {number} factor over 1 comes nearer */
  zoom(factor) {
    this.stage.camera.zoomStep(factor);
  }

  /** @param {number} dx px @param {number} dy px */
  pan(dx, dy) {
    this.stage.camera.pan(dx, dy);
  }

  /** Flies to a paper, near enough to read its surroundings. @param {number} node */
  flyTo(node) {
    const { home } = this.stage.ego;
    const [x, y] = [home[2 * node], home[2 * node + 1]];
    this.stage.camera.flyTo({ x, y, k: Math.max(this.stage.camera.place.k, CAMERA.focusZoom) });
  }

  /** Flies to a link until it is a third of the free area long. @param {number} a @param {number} b node numbers */
  flyToLink(a, b) {
    const xy = this.stage.ego.home;
    const { area, fit } = this.stage.camera;
    const dx = (xy[2 * a] - xy[2 * b]) * fit.sx;
    const dy = (xy[2 * a + 1] - xy[2 * b + 1]) * fit.sy;
    const k = (CAMERA.linkSpan * Math.min(area.w, 2 * area.h)) / Math.max(1, Math.hypot(dx, dy));
    const middle = (/** @type {number} */ i) => (xy[2 * a + i] + xy[2 * b + i]) / 2;
    this.stage.camera.flyTo({ x: middle(0), y: middle(1), k: Math.max(1, k) });
  }

  /** The window or the canvas has another size. */
  resize() {
    const { clientWidth, clientHeight } = this.stage.canvas;
    if (clientWidth === 0 || clientHeight === 0) return; // another view is shown; areaChanged tells of the return
    this.stage.renderer.resize(clientWidth, clientHeight, window.devicePixelRatio);
    this.stage.overlay.width = this.stage.canvas.width;
    this.stage.overlay.height = this.stage.canvas.height;
    this.stage.camera.areaChanged(() => null, true);
    this.stage.camera.moved();
  }

  /** A panel came or went. */
  areaChanged() {
    const { canvas, renderer, labeller } = this.stage;
    if (canvas.clientWidth !== renderer.width || canvas.clientHeight !== renderer.height) this.resize();
    labeller.stale = true;
    this.stage.camera.areaChanged(() => this.#inHand());
    this.stage.loop.request();
  }

  /** Where on the map that stands what is open. */
  #inHand() {
    const state = this.stage.store.get();
    const nodes = (state.link ?? [state.paper]).map(this.stage.model.nodeOf);
    if (nodes.some((node) => node < 0)) return null;
    const mean = (/** @type {number} */ i) =>
      nodes.reduce((sum, node) => sum + this.stage.ego.home[2 * node + i], 0) / nodes.length;
    return { x: mean(0), y: mean(1) };
  }

  /** The keyboard's ring. @param {number | null} node */
  setFocus(node) {
    this.stage.focus = node ?? -1;
    const { home } = this.stage.ego;
    if (node !== null && node >= 0) this.stage.camera.reveal({ x: home[2 * node], y: home[2 * node + 1] });
    this.stage.sceneStale = true;
    this.stage.loop.request();
  }

  /** The theme is part of the state; this draws it even if the state says the same. */
  setTheme() {
    this.stage.stateChanged();
  }

  /** Where a paper is, px of the window. @param {string} id */
  pointOf(id) {
    return this.stage.picker.pointOfNode(this.stage.model.nodeOf(id));
  }

  /** Where the middle of a link is, px of the window. @param {string} a @param {string} b */
  pointOfLink(a, b) {
    return this.stage.picker.pointOfLink(this.stage.model.nodeOf(a), this.stage.model.nodeOf(b));
  }

  /** Screen places of all papers, px of the canvas, 2 a node. */
  places() {
    return this.stage.renderer.px;
  }

  /** What the map shows of itself. */
  inspect() {
    const box = this.stage.canvas.getBoundingClientRect();
    const labels = this.stage.labeller.labels.map(({ kind, lines, x0, y0, x1, y1 }) => ({
      text: lines.join(kind === 'caption' ? ' · ' : ' '),
      kind,
      x0: x0 + box.left,
      y0: y0 + box.top,
      x1: x1 + box.left,
      y1: y1 + box.top,
    }));
    const nodes = this.stage.scene.radius.reduce((sum, r) => sum + (r > 0 ? 1 : 0), 0);
    return {
      renderer: this.stage.renderer.name,
      neighbourhood: this.#neighbourhood(),
      lit: this.#litLinks(),
      drawn: { nodes, edges: this.stage.scene.drawn.length, share: this.stage.share },
      camera: { ...this.stage.camera.place },
      labels,
      frames: this.stage.frames,
      settled: this.stage.settled,
      sample: this.stage.picker.sample(),
    };
  }

  /** The links that stand out, by ids of their ends. */
  #litLinks() {
    const { ids, source, target } = this.stage.model;
    const out = [];
    for (const [link, level] of this.stage.scene.lit?.link ?? []) {
      if (level >= 2) out.push([ids[source[link]], ids[target[link]]]);
    }
    return out;
  }

  /** The neighbourhood that is shown, by ids. */
  #neighbourhood() {
    const { model, ego } = this.stage;
    if (!ego.rings) return null;
    const ids = (/** @type {Iterable<number>} */ nodes) => Array.from(nodes, (node) => model.ids[node]);
    const { centre, nodes, buildsOn, builtOnBy } = ego.rings;
    return {
      paper: model.ids[centre],
      papers: ids(nodes),
      buildsOn: ids(buildsOn),
      builtOnBy: ids(builtOnBy),
    };
  }

  /** The map as it stands, or some papers of it, as PNG. @param {number} scale @param {boolean} withLegend @param {Set<number> | null} [only] @returns {Promise<Blob>} */
  picture(scale, withLegend, only = null) {
    const frame = pictureFrame(this.stage, withLegend, only);
    const { renderer, scene } = this.stage;
    renderer.setScene(frame.scene);
    const picture = takePicture(frame, renderer, scale); // draws before it returns
    renderer.setScene(scene);
    return picture;
  }

  /** The map as it stands, or some papers of it, as SVG. @param {boolean} withLegend @param {Set<number> | null} [only] */
  svg(withLegend, only = null) {
    return writeSvg(pictureFrame(this.stage, withLegend, only));
  }

  destroy() {
    this.stage.gone = true;
    for (const end of this.stage.unsubscribe) end();
    this.stage.loop.stop();
    this.#endPointer();
    this.stage.renderer.destroy();
  }
}
