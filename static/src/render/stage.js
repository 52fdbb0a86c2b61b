/**
 * What stands on the map and when it is drawn: scene, labels, arrival, frames. view.js is its face to the page.
 */
import { CAPTION, DIM, LINK, NODE, SETTLE } from '../settings.js';
import { FILTERED } from '../state.js';
import { CameraWork } from './camerawork.js';
import { Ego } from './ego.js';
import { fadeScene } from './fade.js';
import { guideBoxes, paintFigures } from './guides.js';
import { Labeller } from './labeller.js';
import { litOf } from './lit.js';
import { createLoop } from './motion.js';
import { paintNumbers } from './numbers.js';
import { nextShare } from './pace.js';
import { Picker } from './picker.js';
import { makeScene, visibleIn } from './scene.js';
import { glide, startPlaces } from './settle.js';
import { paintTicks } from './ticks.js';
import { Twins } from './twins.js';

/** @import { State } from '../state.js' */
/** @import { ViewOptions } from './view.js' */

const SCENE_KEYS = /** @type {(keyof State)[]} */ (
  'ego bridges bridging paper link community path pathSteps hits selected hover theme colour size'
    .split(' ')
    .concat(FILTERED)
);

export class Stage {
  settled = false;
  frames = 0;
  sceneStale = true;
  #moving = false;
  /** Of the links, the strongest, that are drawn while the camera moves. */
  share = 1;
  focus = -1;
  gone = false;

  /** @param {ViewOptions} options */
  constructor(options) {
    const { model, canvas, overlay, store, area, reducedMotion } = options;
    this.options = options;
    this.model = model;
    this.store = store;
    this.canvas = canvas;
    this.overlay = overlay;
    overlay.style.pointerEvents = 'none';
    this.context = /** @type {CanvasRenderingContext2D} */ (
      overlay.getContext('2d', { willReadFrequently: true })
    );
    this.renderer = new Twins(canvas, () => this.loop.request());
    this.ego = new Ego(this);
    this.xy = new Float32Array(this.ego.home);
    this.loop = createLoop((now) => this.#draw(now));
    const how = {
      still: reducedMotion,
      moved: () => this.cameraMoved(),
      rested: () => this.#cameraRested(),
    };
    this.camera = new CameraWork(this.loop, area, how);
    this.camera.setMap(this.ego.home, this.ego.circle());
    this.labeller = new Labeller(model, reducedMotion);
    /** Called when the camera has come to rest. */
    this.onRest = () => {};
    this.visible = visibleIn(model, store.get());
    this.lens = this.camera.lens();
    this.renderer.setGraph(model.n, model);
    this.renderer.setPositions(this.xy);
    this.scene = this.#makeScene();
    this.picker = new Picker(this);
    this.unsubscribe = [
      store.subscribe(SCENE_KEYS, () => this.stateChanged()),
      store.subscribe(['cam'], () => this.camFromState()),
      store.subscribe(['renderer'], () => this.renderer.choose(store.get().renderer)),
    ];
  }

  /** The map arrives. */
  settle() {
    const still = this.options.reducedMotion || this.model.n >= NODE.dotsFrom;
    const to = this.ego.home;
    const from = startPlaces(to, this.model.comm, this.model.head.communities.length);
    const step = (/** @type {number} */ t) => {
      glide(from, to, t, this.xy);
      this.renderer.setPositions(this.xy);
      this.picker.moved();
    };
    step(0);
    setTimeout(() => this.camera.release(), SETTLE.time);
    this.loop.tween('settle', still ? 0 : SETTLE.time, step, () => {
      this.settled = true;
      this.labeller.stale = true;
      this.loop.request();
    });
  }

  #makeScene() {
    const state = this.store.get();
    const { area, fit, place } = this.camera;
    const stretch = fit.sx / fit.sy;
    const look = { zoom: place.k, area: area.w * area.h, xy: this.ego.home, stretch, focus: this.focus };
    return makeScene(this.model, state, litOf(this.model, state), look);
  }

  stateChanged() {
    if (this.gone) return;
    const before = this.scene;
    this.visible = visibleIn(this.model, this.store.get());
    this.ego.follow();
    this.scene = this.#makeScene();
    this.picker.moved();
    this.labeller.stale = true;
    const quick =
      this.options.reducedMotion ||
      this.scene.drawn.length > LINK.curvedTo ||
      before.page !== this.scene.page;
    const step = (/** @type {number} */ t) => this.renderer.setScene(fadeScene(before, this.scene, t));
    this.loop.tween('fade', quick ? 0 : DIM.fade, step);
  }

  camFromState() {
    const { cam } = this.store.get();
    if (this.gone) return;
    if (!cam) {
      if (!this.camera.atFit) this.camera.toFit();
      return;
    }
    const { x, y, k } = this.camera.place;
    const near = Math.abs(x - cam.x) < 0.5 && Math.abs(y - cam.y) < 0.5 && Math.abs(k / cam.k - 1) < 0.005;
    if (near) return;
    if (this.frames === 0) this.camera.jumpTo(cam);
    else this.camera.flyTo(cam);
  }

  cameraMoved() {
    this.#moving = true;
    this.picker.moved();
    this.labeller.stale = true;
    this.sceneStale = this.sceneStale || this.model.n <= LINK.curvedTo;
    this.loop.request();
  }

  #cameraRested() {
    this.#moving = false;
    this.sceneStale = true;
    this.labeller.stale = true;
    const { x, y, k } = this.camera.place;
    this.store.actions.camera(this.camera.atFit ? null : { x, y, k });
    this.onRest();
    this.loop.request();
  }

  /** One frame. @param {number} now ms */
  #draw(now) {
    if (this.gone) return;
    const before = this.lens;
    this.lens = this.camera.lens();
    if (this.sceneStale) {
      this.scene = measured('papergraph:scene', () => this.#makeScene());
      if (!this.loop.running('fade')) this.renderer.setScene(this.scene);
      this.sceneStale = false;
    }
    this.#drawMap();
    this.#drawLabels(now, before);
    this.frames++;
    if (this.frames === 1) performance.mark('papergraph:first-picture');
    if (this.settled && !this.labeller.stale) this.#tellSettled();
  }

  /** Links are thinned while the camera moves and a frame takes long; at rest all are there. */
  #drawMap() {
    if (!this.#moving) this.share = 1;
    const start = performance.now();
    measured('papergraph:frame', () => this.renderer.draw(this.lens, this.share));
    if (this.#moving) this.share = nextShare(this.share, performance.now() - start);
  }

  #tellSettled() {
    if (this.gone || !this.options.onSettled) return;
    const tell = this.options.onSettled;
    this.renderer.choose(this.store.get().renderer);
    delete this.options.onSettled;
    performance.mark('papergraph:settled');
    performance.mark('papergraph:labels');
    tell();
  }

  /** @param {number} now @param {import('./camera.js').Lens} before */
  #drawLabels(now, before) {
    const { context, labeller, lens } = this;
    const ratio = this.renderer.ratio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.renderer.width, this.renderer.height);
    const { px } = this.renderer;
    paintNumbers(context, this.scene, (node) => [px[2 * node], px[2 * node + 1]]);
    if (!this.settled) return;
    paintTicks(context, this.scene, this.renderer.px, this.store.get().reading.map(this.model.nodeOf));
    paintFigures(context, this.scene, lens);
    labeller.travel(this.renderer.px);
    labeller.carry((x, y) => ({
      x: ((x - before.tx) / before.sx) * lens.sx + lens.tx,
      y: ((y - before.ty) / before.sy) * lens.sy + lens.ty,
    }));
    if (labeller.due(now, this.#moving)) measured('papergraph:place', () => labeller.place(this.#now(), now));
    const hover = this.scene.lit?.kind === 'hover' && !this.scene.lit.quiet;
    labeller.paint(context, this.store.get().theme, now, (label) =>
      hover && label.kind === 'caption' ? CAPTION.hoverAlpha : 1,
    );
    if (labeller.fading(now)) this.loop.request();
  }

  #now() {
    const { area, place } = this.camera;
    const obstacles = [...(this.options.obstacles?.() ?? []), ...guideBoxes(this.scene, this.lens)];
    return { px: this.renderer.px, scene: this.scene, area, obstacles, zoom: place.k, visible: this.visible };
  }
}

/**
 * Does something and leaves how long it took as a measure; only the last of a name is kept.
 * @template T
 * @param {string} name
 * @param {() => T} fn
 * @returns {T}
 */
function measured(name, fn) {
  const start = performance.now();
  const result = fn();
  performance.clearMeasures(name);
  performance.measure(name, { start });
  return result;
}
