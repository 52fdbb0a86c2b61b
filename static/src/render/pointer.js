/**
 * Pointer, wheel and touch on the map, told as what they mean: hover, pick, pan, zoom.
 */
import { CAMERA, PICK } from '../settings.js';

/** @typedef {{ x: number, y: number, touch: boolean }} Spot  px of the canvas */

/**
 * @typedef {{
 *   hover: (at: Spot | null) => void, pick: (at: Spot, shift: boolean) => void,
 *   pan: (dx: number, dy: number) => void, fling: (vx: number, vy: number) => void,
 *   zoom: (factor: number, x: number, y: number) => void, doubleTap: (at: Spot) => void,
 *   grab: () => void, lasso: (points: Spot[], ended: boolean) => void,
 * }} Meaning  fling is in px a ms; lasso is a drag with Shift
 */

/**
 * @param {HTMLElement} element
 * @param {Meaning} meaning
 * @returns {() => void} ends it
 */
export function listenToPointer(element, meaning) {
  const gesture = new Gesture(element, meaning);
  const stop = new AbortController();
  const on = (/** @type {string} */ type, /** @type {(e: any) => void} */ fn, passive = true) =>
    element.addEventListener(type, fn, { signal: stop.signal, passive });
  on('pointerdown', (e) => gesture.down(e));
  on('pointermove', (e) => gesture.move(e));
  on('pointerup', (e) => gesture.up(e));
  on('pointercancel', (e) => gesture.cancel(e));
  on('pointerleave', (e) => gesture.leave(e));
  on('wheel', (e) => gesture.wheel(e), false);
  on('contextmenu', (e) => gesture.touching() && e.preventDefault(), false);
  element.style.touchAction = 'none';
  return () => stop.abort();
}

class Gesture {
  /** @type {Map<number, Spot>} */
  #pointers = new Map();
  /** @type {Spot | null} */
  #start = null;
  #moved = false;
  #held = 0;
  #lastTap = -Infinity;
  #speed = { x: 0, y: 0, at: 0 };
  /** @type {Spot[] | null} */
  #lasso = null;

  /** @param {HTMLElement} element @param {Meaning} meaning */
  constructor(element, meaning) {
    this.element = element;
    this.meaning = meaning;
  }

  touching() {
    return [...this.#pointers.values()].some((spot) => spot.touch);
  }

  /** @param {PointerEvent | WheelEvent} e @returns {Spot} */
  #spot(e) {
    const box = this.element.getBoundingClientRect();
    return {
      x: e.clientX - box.left,
      y: e.clientY - box.top,
      touch: 'pointerType' in e && e.pointerType === 'touch',
    };
  }

  /** @param {PointerEvent} e */
  down(e) {
    if (e.button !== 0) return;
    const spot = this.#spot(e);
    this.#pointers.set(e.pointerId, spot);
    this.element.setPointerCapture(e.pointerId);
    this.meaning.grab();
    this.#speed = { x: 0, y: 0, at: e.timeStamp };
    this.#moved = this.#pointers.size > 1;
    this.#start = spot;
    this.#lasso = e.shiftKey && !spot.touch ? [spot] : null;
    clearTimeout(this.#held);
    if (spot.touch && this.#pointers.size === 1) {
      this.#held = setTimeout(() => this.#longPress(spot), PICK.longPress);
    }
  }

  /** @param {Spot} spot */
  #longPress(spot) {
    if (this.#moved) return;
    this.#moved = true;
    this.meaning.pick(spot, true);
  }

  /** @param {PointerEvent} e */
  move(e) {
    const spot = this.#spot(e);
    const last = this.#pointers.get(e.pointerId);
    if (!last) {
      if (!spot.touch) this.meaning.hover(spot);
      return;
    }
    if (this.#pointers.size === 2) this.#pinch(e.pointerId, last, spot);
    else this.#drag(last, spot, e.timeStamp);
  }

  /** @param {Spot} last @param {Spot} spot @param {number} now */
  #drag(last, spot, now) {
    const start = this.#start ?? last;
    const slack = spot.touch ? PICK.drag * 2 : PICK.drag;
    if (!this.#moved && Math.hypot(spot.x - start.x, spot.y - start.y) < slack) return;
    if (!this.#moved) {
      clearTimeout(this.#held);
      this.#moved = true;
      this.meaning.hover(null);
      this.element.style.cursor = this.#lasso ? 'crosshair' : 'grabbing';
    }
    const [id] = this.#pointers.keys();
    this.#pointers.set(id, spot);
    if (this.#lasso) return this.#draw(this.#lasso, spot);
    const [dx, dy] = [spot.x - last.x, spot.y - last.y];
    const time = Math.max(1, now - this.#speed.at);
    this.#speed = {
      x: 0.5 * this.#speed.x + (0.5 * dx) / time,
      y: 0.5 * this.#speed.y + (0.5 * dy) / time,
      at: now,
    };
    this.meaning.pan(dx, dy);
  }

  /** @param {Spot[]} line @param {Spot} spot */
  #draw(line, spot) {
    line.push(spot);
    this.meaning.lasso(line, false);
  }

  /** @param {number} id @param {Spot} last @param {Spot} spot */
  #pinch(id, last, spot) {
    const other = [...this.#pointers].find(([key]) => key !== id)?.[1] ?? spot;
    const before = Math.hypot(last.x - other.x, last.y - other.y);
    const after = Math.hypot(spot.x - other.x, spot.y - other.y);
    this.#pointers.set(id, spot);
    this.meaning.pan((spot.x - last.x) / 2, (spot.y - last.y) / 2);
    if (before > 0) this.meaning.zoom(after / before, (spot.x + other.x) / 2, (spot.y + other.y) / 2);
  }

  /** @param {PointerEvent} e */
  up(e) {
    if (!this.#pointers.delete(e.pointerId)) return;
    clearTimeout(this.#held);
    this.element.style.cursor = '';
    const spot = this.#spot(e);
    if (this.#pointers.size > 0) return;
    if (!this.#moved) this.#tap(spot, e);
    else if (this.#lasso) this.meaning.lasso(this.#lasso, true);
    else if (e.timeStamp - this.#speed.at < 60) this.meaning.fling(this.#speed.x, this.#speed.y);
  }

  /** @param {Spot} spot @param {PointerEvent} e */
  #tap(spot, e) {
    const twice = spot.touch && e.timeStamp - this.#lastTap < PICK.doubleTap;
    this.#lastTap = twice ? -Infinity : e.timeStamp;
    if (twice) this.meaning.doubleTap(spot);
    else this.meaning.pick(spot, e.shiftKey);
  }

  /** @param {PointerEvent} e */
  cancel(e) {
    this.#pointers.delete(e.pointerId);
    clearTimeout(this.#held);
    this.#moved = true;
    if (this.#lasso) this.meaning.lasso([], true);
    this.#lasso = null;
    this.element.style.cursor = '';
  }

  /** @param {PointerEvent} e */
  leave(e) {
    if (!this.#pointers.has(e.pointerId)) this.meaning.hover(null);
  }

  /** @param {WheelEvent} e */
  wheel(e) {
    e.preventDefault();
    const px = e.deltaY * [1, 16, 400][e.deltaMode];
    const { x, y } = this.#spot(e);
    const rate = e.ctrlKey ? CAMERA.pinch : CAMERA.wheel;
    this.meaning.zoom(Math.exp(-Math.max(-300, Math.min(300, px)) * rate), x, y);
  }
}
