/**
 * Colour by a number: five steps from pale to strong, by quantile, so that one outlier does not empty the scale.
 */
import { mix } from './contrast.js';

/** @import { Theme } from './palette.js' */
/** @typedef {{ least: number, most: number, steps: string[], stepOf: (value: number) => number }} Scale  stepOf gives −1 where the number is not known */

const ENDS = { light: ['#7d99b8', '#0b2a5b'], dark: ['#4f6d8f', '#cfe3ff'] };
const STEPS = 5;

/** The colours of a ramp, weakest first. @param {Theme} theme */
export function ramp(theme) {
  const [from, to] = ENDS[theme];
  return Array.from({ length: STEPS }, (_, i) => mix(from, to, i / (STEPS - 1)));
}

/**
 * A scale over the known values of a column.
 * @param {ArrayLike<number>} values
 * @param {Theme} theme
 * @param {(value: number) => boolean} [known] else every finite number
 * @returns {Scale}
 */
export function makeScale(values, theme, known = Number.isFinite) {
  const sorted = Array.from(values)
    .filter(known)
    .sort((a, b) => a - b);
  const cuts = Array.from(
    { length: STEPS - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / STEPS)],
  );
  const stepOf = (/** @type {number} */ value) => {
    if (!known(value)) return -1;
    let step = 0;
    while (step < cuts.length && value >= cuts[step]) step++;
    return step;
  };
  return { least: sorted[0] ?? 0, most: sorted[sorted.length - 1] ?? 0, steps: ramp(theme), stepOf };
}
