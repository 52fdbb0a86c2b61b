/**
 * The camera: where the map stands in the free area, and how it flies from one place to another.
 *
 * A place is {x, y, k}: the map point in the middle of the free area and the zoom, 1 at fit. A lens is what
 * a place means on the screen of the moment: px = x·sx + tx. Both axes have their own scale, so that the map
 * fills the free area a little better than its own shape would.
 */
import { CAMERA } from '../settings.js';

/** @typedef {{ x: number, y: number, k: number }} Place */
/** @typedef {{ sx: number, sy: number, tx: number, ty: number }} Lens */
/** @typedef {{ x: number, y: number, w: number, h: number }} Rect */
/** @typedef {{ x0: number, y0: number, x1: number, y1: number }} Bounds */
/** @typedef {{ x: number, y: number, sx: number, sy: number }} Fit  middle of the map, px a map unit at zoom 1 */

/**
 * Bounds of some nodes. @param {ArrayLike<number>} xy @param {(node: number) => boolean} [take]
 */
export function boundsOf(xy, take = () => true) {
  const b = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let i = 0; 2 * i < xy.length; i++) {
    if (!take(i)) continue;
    b.x0 = Math.min(b.x0, xy[2 * i]);
    b.x1 = Math.max(b.x1, xy[2 * i]);
    b.y0 = Math.min(b.y0, xy[2 * i + 1]);
    b.y1 = Math.max(b.y1, xy[2 * i + 1]);
  }
  return b.x0 > b.x1 ? { x0: 0, y0: 0, x1: 0, y1: 0 } : b;
}

/**
 * The fit of a map to a free area: all of it inside, stretched along the longer side within a limit.
 * @param {Bounds} bounds
 * @param {Rect} area
 * @param {number} [stretch] how much larger one scale may be than the other
 * @returns {Fit}
 */
export function fitOf(bounds, area, stretch = CAMERA.stretch) {
  const phone = area.w < CAMERA.phoneTo;
  const padX = phone ? CAMERA.padPhone : CAMERA.padX;
  const padTop = phone ? CAMERA.padPhone : CAMERA.padTop;
  const padBottom = phone ? CAMERA.padPhoneBottom : CAMERA.padBottom;
  const w = Math.max(bounds.x1 - bounds.x0, 1e-3);
  const h = Math.max(bounds.y1 - bounds.y0, 1e-3);
  let sx = Math.max(area.w - 2 * padX, 40) / w;
  let sy = Math.max(area.h - padTop - padBottom, 40) / h;
  sx = Math.min(sx, sy * stretch);
  sy = Math.min(sy, sx * stretch);
  return {
    x: (bounds.x0 + bounds.x1) / 2,
    y: (bounds.y0 + bounds.y1) / 2 + (padBottom - padTop) / (2 * sy),
    sx,
    sy,
  };
}

/** @param {Place} place @param {Fit} fit @param {Rect} area @returns {Lens} */
export function lensOf(place, fit, area) {
  const sx = place.k * fit.sx;
  const sy = place.k * fit.sy;
  return { sx, sy, tx: area.x + area.w / 2 - place.x * sx, ty: area.y + area.h / 2 - place.y * sy };
}

/** @param {Fit} fit @returns {Place} */
export function placeAtFit(fit) {
  return { x: fit.x, y: fit.y, k: 1 };
}

/** @param {number} k */
export function clampZoom(k) {
  return Math.min(CAMERA.most, Math.max(CAMERA.least, k));
}

/**
 * Zooms about a point of the screen, which stays where it is.
 * @param {Place} place @param {Fit} fit @param {Rect} area
 * @param {number} factor @param {number} px @param {number} py
 * @returns {Place}
 */
export function zoomAt(place, fit, area, factor, px, py) {
  const k = clampZoom(place.k * factor);
  const dx = px - (area.x + area.w / 2);
  const dy = py - (area.y + area.h / 2);
  const turn = 1 / place.k - 1 / k;
  return { x: place.x + (dx * turn) / fit.sx, y: place.y + (dy * turn) / fit.sy, k };
}

/** Moves the map by px. @param {Place} place @param {Fit} fit @param {number} dx @param {number} dy @returns {Place} */
export function panBy(place, fit, dx, dy) {
  return { x: place.x - dx / (place.k * fit.sx), y: place.y - dy / (place.k * fit.sy), k: place.k };
}

/** Keeps the middle of the view on the map. @param {Place} place @param {{ x0: number, y0: number, x1: number, y1: number }} b */
export function keepOnMap(place, b) {
  const clamp = (/** @type {number} */ v, /** @type {number} */ lo, /** @type {number} */ hi) =>
    Math.min(hi, Math.max(lo, v));
  return { x: clamp(place.x, b.x0, b.x1), y: clamp(place.y, b.y0, b.y1), k: place.k };
}

/**
 * Screen positions of all nodes.
 * @template {Float32Array} T
 * @param {Lens} lens @param {ArrayLike<number>} xy map units @param {T} out px
 * @returns {T}
 */
export function project({ sx, sy, tx, ty }, xy, out) {
  for (let i = 0; i < out.length; i += 2) {
    out[i] = xy[i] * sx + tx;
    out[i + 1] = xy[i + 1] * sy + ty;
  }
  return out;
}

/**
 * The smooth and efficient flight between two places (van Wijk and Nuij 2003, doi:10.1109/INFVIS.2003.1249008).
 * @param {Place} from
 * @param {Place} to
 * @param {number} span width of the view at zoom 1, in map units
 * @returns {(t: number) => Place} t from 0 to 1
 */
export function flight(from, to, span) {
  const [w0, w1] = [span / from.k, span / to.k];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const d = Math.hypot(dx, dy);
  if (d < w0 * 1e-3) return (t) => straight(from, to, t);
  const rho2 = CAMERA.curve * CAMERA.curve;
  const bend = (/** @type {number} */ w, /** @type {number} */ sign) => {
    const b = (w1 * w1 - w0 * w0 + sign * rho2 * rho2 * d * d) / (2 * w * rho2 * d);
    return Math.log(Math.sqrt(b * b + 1) - b);
  };
  const r0 = bend(w0, 1);
  const length = bend(w1, -1) - r0;
  return (t) => {
    const s = t * length + r0;
    const u = (w0 / (rho2 * d)) * (Math.cosh(r0) * Math.tanh(s) - Math.sinh(r0));
    const k = (from.k * Math.cosh(s)) / Math.cosh(r0);
    return t >= 1 ? { ...to } : { x: from.x + u * dx, y: from.y + u * dy, k };
  };
}

/** @param {Place} from @param {Place} to @param {number} t @returns {Place} */
function straight(from, to, t) {
  if (t >= 1) return { ...to };
  return {
    x: from.x + (to.x - from.x) * t,
    y: from.y + (to.y - from.y) * t,
    k: from.k * (to.k / from.k) ** t,
  };
}

/** Fast, then slow. @param {number} t */
export function easeOut(t) {
  return 1 - (1 - t) ** 3;
}
