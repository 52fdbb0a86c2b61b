/**
 * Moves the camera: flights, pans, zooms, what happens when the free area changes. Knows the loop, not the page.
 */
import { CAMERA } from '../settings.js';
import {
  boundsOf,
  clampZoom,
  easeOut,
  fitOf,
  flight,
  keepOnMap,
  lensOf,
  panBy,
  placeAtFit,
  zoomAt,
} from './camera.js';

/** @import { Bounds, Fit, Place, Rect } from './camera.js' */
/** @import { Loop } from './motion.js' */

export class CameraWork {
  /** Where a flight leads. @type {{ place: Place, fit: Fit, area: Rect } | null} */
  #goal = null;
  /** A place from an address, kept while the page around the map is still being made. @type {Place | null} */
  #kept = null;

  /**
   * @param {Loop} loop
   * @param {() => Rect} area free area now
   * @param {{ still: boolean, moved: () => void, rested: () => void }} how  still: no flights; moved at each change, rested at its end
   */
  constructor(loop, area, how) {
    this.loop = loop;
    this.areaNow = area;
    this.how = how;
    /** @type {Bounds} */
    this.bounds = { x0: 0, y0: 0, x1: 1, y1: 1 };
    this.stretch = CAMERA.stretch;
    this.area = area();
    this.fit = fitOf(this.bounds, this.area, this.stretch);
    this.place = placeAtFit(this.fit);
    this.atFit = true;
  }

  /** The map's bounds, at the start. @param {ArrayLike<number>} xy @param {Bounds | null} circle as in setBounds */
  setMap(xy, circle = null) {
    this.setBounds(xy, circle);
    this.#jumpToFit();
  }

  /** What fits is another; the camera stays where it is. @param {ArrayLike<number>} xy @param {Bounds | null} circle bounds of a circle, which stays one: both axes then have one scale */
  setBounds(xy, circle) {
    this.bounds = circle ?? boundsOf(xy);
    this.stretch = circle ? 1 : CAMERA.stretch;
  }

  #jumpToFit() {
    this.fit = fitOf(this.bounds, this.area, this.stretch);
    this.place = placeAtFit(this.fit);
    this.atFit = true;
  }

  lens() {
    return lensOf(this.place, this.fit, this.area);
  }

  /** Shows all of the map in the free area. */
  toFit() {
    const area = this.areaNow();
    const fit = fitOf(this.bounds, area, this.stretch);
    this.#fly(placeAtFit(fit), fit, area, true);
  }

  /** There without a flight, and still there when the free area changes, until released. @param {Place} to */
  jumpTo(to) {
    this.hold();
    this.area = this.areaNow();
    this.fit = fitOf(this.bounds, this.area, this.stretch);
    this.place = { ...to, k: clampZoom(to.k) };
    this.#kept = this.place;
    this.atFit = false;
    this.moved();
  }

  /** The page around the map is made. */
  release() {
    this.#kept = null;
  }

  /** @param {Place} to */
  flyTo(to) {
    const area = this.areaNow();
    const now = this.#goal ?? this;
    const fit = sameArea(area, now.area) ? now.fit : fitOf(this.bounds, area, this.stretch);
    this.#fly({ ...to, k: clampZoom(to.k) }, fit, area, false);
  }

  /**
   * The free area has become another: at fit the map is fitted anew, else it stays where it is on screen.
   * @param {(() => { x: number, y: number } | null)} keep a map point that has to be in sight after it, if any
   * @param {boolean} [atOnce] without a flight
   */
  areaChanged(keep, atOnce = false) {
    const area = this.areaNow();
    if (area.w <= 0 || area.h <= 0 || sameArea(area, this.#goal?.area ?? this.area)) return;
    if (this.#kept) return this.jumpTo(this.#kept);
    if (this.atFit && !atOnce) return this.toFit();
    if (this.atFit) {
      this.loop.cancel('camera');
      this.#goal = null;
      this.area = area;
      this.#jumpToFit();
      return this.moved();
    }
    if (this.#goal) return this.flyTo(this.#goal.place);
    this.#reframe(area);
    const point = keep();
    if (point) this.reveal(point);
    this.moved();
  }

  /** Another free area without any movement on screen. @param {Rect} area */
  #reframe(area) {
    const lens = this.lens();
    const fit = fitOf(this.bounds, area, this.stretch);
    const shape = Math.sqrt(this.fit.sx / this.fit.sy);
    const size = Math.sqrt(fit.sx * fit.sy);
    this.fit = { ...fit, sx: size * shape, sy: size / shape };
    this.area = area;
    this.place = {
      x: (area.x + area.w / 2 - lens.tx) / lens.sx,
      y: (area.y + area.h / 2 - lens.ty) / lens.sy,
      k: lens.sx / this.fit.sx,
    };
  }

  /** Brings a map point into the free area by the shortest way, if it is not there. @param {{ x: number, y: number }} point */
  reveal(point) {
    if (this.atFit) return;
    const lens = this.lens();
    const { area } = this;
    const margin = Math.min(90, area.w / 4, area.h / 4);
    const off = (/** @type {number} */ p, /** @type {number} */ lo, /** @type {number} */ size) =>
      Math.max(0, lo + margin - p) - Math.max(0, p - (lo + size - margin));
    const dx = off(point.x * lens.sx + lens.tx, area.x, area.w);
    const dy = off(point.y * lens.sy + lens.ty, area.y, area.h);
    if (dx !== 0 || dy !== 0) this.flyTo(panBy(this.place, this.fit, dx, dy));
  }

  /** @param {number} dx px @param {number} dy px */
  pan(dx, dy) {
    this.hold();
    this.place = keepOnMap(panBy(this.place, this.fit, dx, dy), this.bounds);
    this.atFit = false;
    this.moved();
  }

  /** @param {number} factor @param {number} [x] px, else the middle @param {number} [y] */
  zoom(factor, x = this.area.x + this.area.w / 2, y = this.area.y + this.area.h / 2) {
    this.hold();
    this.place = zoomAt(this.place, this.fit, this.area, factor, x, y);
    this.atFit = false;
    this.moved();
  }

  /** Zooms in steps, with a short flight. @param {number} factor @param {number} [x] @param {number} [y] */
  zoomStep(factor, x = this.area.x + this.area.w / 2, y = this.area.y + this.area.h / 2) {
    this.flyTo(zoomAt(this.#goal?.place ?? this.place, this.fit, this.area, factor, x, y));
  }

  /** Lets the map run on after a pan. @param {number} vx px a ms @param {number} vy */
  fling(vx, vy) {
    if (this.how.still || Math.hypot(vx, vy) < CAMERA.leastSpeed) return;
    const time = Math.min(900, Math.log(Math.hypot(vx, vy) / CAMERA.leastSpeed) / CAMERA.friction);
    let last = 0;
    this.loop.tween('camera', time, (t) => {
      const at = (/** @type {number} */ s) => (1 - Math.exp(-CAMERA.friction * s * time)) / CAMERA.friction;
      const way = at(t) - at(last);
      last = t;
      this.place = keepOnMap(panBy(this.place, this.fit, vx * way, vy * way), this.bounds);
      this.moved();
    });
  }

  /** Stops a map that runs on; a flight goes on, for a click is no pan. */
  catch() {
    if (!this.#goal) this.loop.cancel('camera');
  }

  /** Stops what moves by itself; the free area is then the one of now. */
  hold() {
    this.#kept = null;
    this.loop.cancel('camera');
    if (this.#goal && !sameArea(this.area, this.#goal.area)) {
      this.atFit = false;
      this.#reframe(this.#goal.area);
    }
    this.#goal = null;
  }

  /** @param {Place} to @param {Fit} fit @param {Rect} area @param {boolean} atFit */
  #fly(to, fit, area, atFit) {
    const from = { place: this.place, fit: this.fit, area: this.area };
    this.atFit = atFit;
    this.#kept = null;
    this.#goal = { place: to, fit, area };
    const path = flight(from.place, to, from.area.w / from.fit.sx);
    const step = (/** @type {number} */ t) => {
      const e = easeOut(t);
      this.place = path(e);
      this.fit = blend(from.fit, fit, e);
      this.area = blend(from.area, area, e);
      this.moved();
    };
    if (this.how.still) {
      this.loop.cancel('camera');
      this.#goal = null;
      step(1);
    } else {
      this.loop.tween('camera', CAMERA.flight, step, () => {
        this.#goal = null;
      });
    }
  }

  /** Tells of a movement, and of its end. */
  moved() {
    this.how.moved();
    this.loop.tween('rest', 120, () => {}, this.how.rested);
  }
}

/** @param {Rect} a @param {Rect} b */
function sameArea(a, b) {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.w - b.w), Math.abs(a.h - b.h)) < 0.5;
}

/**
 * @template {Record<string, number>} T
 * @param {T} a @param {T} b @param {number} t
 * @returns {T}
 */
function blend(a, b, t) {
  if (t >= 1) return { ...b };
  const out = { ...a };
  for (const key of /** @type {(keyof T)[]} */ (Object.keys(a))) {
    out[key] = /** @type {T[keyof T]} */ (a[key] + (b[key] - a[key]) * t);
  }
  return out;
}
