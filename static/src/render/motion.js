/**
 * The frame loop: draws when something asks for it, runs tweens, and rests when there is nothing left to do.
 */

/** @typedef {ReturnType<typeof createLoop>} Loop */
/** @typedef {{ start: number, time: number, step: (t: number) => void, done: () => void }} Tween */

/** @param {(now: number) => void} draw */
export function createLoop(draw) {
  /** @type {Map<string, Tween>} */
  const tweens = new Map();
  let asked = 0;

  function request() {
    if (asked === 0) asked = requestAnimationFrame(frame);
  }

  /** @param {number} now */
  function frame(now) {
    asked = 0;
    for (const [name, tween] of tweens) advance(name, tween, now);
    draw(now);
    if (tweens.size > 0) request();
  }

  /** @param {string} name @param {Tween} tween @param {number} now */
  function advance(name, tween, now) {
    if (tween.start < 0) tween.start = now;
    const t = tween.time <= 0 ? 1 : Math.min(1, (now - tween.start) / tween.time);
    tween.step(t);
    if (t < 1 || tweens.get(name) !== tween) return;
    tweens.delete(name);
    tween.done();
  }

  return {
    request,
    /**
     * Runs step(t) from 0 to 1 over a time; another of the same name takes its place.
     * @param {string} name @param {number} time @param {(t: number) => void} step @param {() => void} [done]
     */
    tween(name, time, step, done = () => {}) {
      tweens.set(name, { start: -1, time, step, done });
      request();
    },
    /** @param {string} name */
    cancel: (name) => tweens.delete(name),
    /** @param {string} name */
    running: (name) => tweens.has(name),
    stop() {
      tweens.clear();
      if (asked !== 0) cancelAnimationFrame(asked);
    },
  };
}
